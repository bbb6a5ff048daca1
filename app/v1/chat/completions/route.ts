import { completeChatResponse } from "@/lib/server/endpoint-responses";

export const dynamic = "force-dynamic";

export const POST = (request: Request): Promise<Response> => completeChatResponse(request);
