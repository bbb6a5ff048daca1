import { allowed } from "@/lib/http/allowed";
import { chatConnectionResponse } from "@/lib/pages/chat/chat-connection";

export const dynamic = "force-dynamic";

export const POST = allowed("POST /chat/connections", (request: Request) => chatConnectionResponse(request));
