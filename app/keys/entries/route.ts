import { createKeyResponse, keysResponse } from "@/lib/server/api-keys-response";

export const dynamic = "force-dynamic";

export const GET = (): Promise<Response> => keysResponse();

export const POST = (request: Request): Promise<Response> => createKeyResponse(request);
