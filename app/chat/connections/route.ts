import { allowed } from "@/lib/server/allowed";
import { chatConnectionResponse } from "@/lib/server/chat-connection";

export const dynamic = "force-dynamic";

export const POST = allowed("POST /chat/connections", (request: Request) => chatConnectionResponse(request));
