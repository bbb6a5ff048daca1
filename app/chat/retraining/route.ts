import {
  cancelRetrainingResponse,
  retrainingActionResponse,
  retrainingResponse,
} from "@/lib/server/retraining-response";

export const dynamic = "force-dynamic";

export const GET = (): Promise<Response> => retrainingResponse();

export const POST = (request: Request): Promise<Response> => retrainingActionResponse(request);

export const DELETE = (): Promise<Response> => cancelRetrainingResponse();
