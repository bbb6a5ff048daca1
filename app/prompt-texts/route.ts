import { allowed } from "@/lib/server/allowed";
import { promptTextsResponse } from "@/lib/server/prompt-texts";

export const POST = allowed("POST /prompt-texts", (request: Request) => promptTextsResponse(request));
