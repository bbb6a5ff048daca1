import { allowed } from "@/lib/server/allowed";
import { chatAnswerResponse } from "@/lib/server/chat-answer";

export const dynamic = "force-dynamic";

export const POST = allowed("POST /chat/answers", (request: Request) => chatAnswerResponse(request));
