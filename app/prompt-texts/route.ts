import { allowed } from "@/lib/http/allowed";
import { promptTextsResponse } from "@/lib/pages/playground/prompt-texts-response";

export const POST = allowed("POST /prompt-texts", (request: Request) => promptTextsResponse(request));
