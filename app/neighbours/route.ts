import { allowed } from "@/lib/server/allowed";
import { neighboursResponse } from "@/lib/server/neighbours-response";

export const POST = allowed("POST /neighbours", (request: Request) => neighboursResponse(request));
