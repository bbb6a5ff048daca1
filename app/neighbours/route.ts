import { neighboursResponse } from "@/lib/server/neighbours-response";

export const POST = (request: Request): Promise<Response> => neighboursResponse(request);
