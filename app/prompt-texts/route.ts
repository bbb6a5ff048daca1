import { promptTextsResponse } from "@/lib/server/prompt-texts";

export const POST = (request: Request): Promise<Response> => promptTextsResponse(request);
