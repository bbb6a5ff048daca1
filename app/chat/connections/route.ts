import { chatConnectionResponse } from "@/lib/server/chat-connection";

export const dynamic = "force-dynamic";

export const POST = (request: Request): Promise<Response> => chatConnectionResponse(request);
