import { receiveUploadResponse } from "@/lib/server/uploads-response";

export const dynamic = "force-dynamic";

export const POST = (request: Request): Promise<Response> => receiveUploadResponse(request);
