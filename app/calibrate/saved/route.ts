import { listSavedResponse, saveResponse } from "@/lib/server/saved-calibrations-response";

export const dynamic = "force-dynamic";

export const GET = (): Promise<Response> => listSavedResponse();

export const POST = (request: Request): Promise<Response> => saveResponse(request);
