import { decisionsResponse, deleteDecisionsResponse } from "@/lib/server/decisions-response";

export const dynamic = "force-dynamic";

export const GET = (request: Request): Promise<Response> => decisionsResponse(request);

export const DELETE = (): Promise<Response> => deleteDecisionsResponse();
