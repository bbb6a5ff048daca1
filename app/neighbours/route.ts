import { allowed } from "@/lib/http/allowed";
import { neighboursResponse } from "@/lib/pages/playground/neighbours-response";

export const POST = allowed("POST /neighbours", (request: Request) => neighboursResponse(request));
