import { chatAnswerResponse } from "@/lib/server/chat-answer";

export const dynamic = "force-dynamic";

export const POST = (request: Request): Promise<Response> => chatAnswerResponse(request);
