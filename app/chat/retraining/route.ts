import { allowed } from "@/lib/http/allowed";
import {
  cancelRetrainingResponse,
  retrainingActionResponse,
  retrainingResponse,
} from "@/lib/pages/chat/retraining-response";

export const dynamic = "force-dynamic";

export const GET = allowed("GET /chat/retraining", () => retrainingResponse());

export const POST = allowed("POST /chat/retraining", (request: Request) => retrainingActionResponse(request));

export const DELETE = allowed("DELETE /chat/retraining", () => cancelRetrainingResponse());
