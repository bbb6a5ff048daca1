import { listModelsResponse } from "@/lib/server/endpoint-responses";

export const dynamic = "force-dynamic";

export const GET = (request: Request): Promise<Response> => listModelsResponse(request);
