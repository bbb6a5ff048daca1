import { allowed } from "@/lib/http/allowed";
import { decisionsResponse, deleteDecisionsResponse } from "@/lib/pages/chat/decisions-response";

export const dynamic = "force-dynamic";

export const GET = allowed("GET /chat/decisions", (request: Request) => decisionsResponse(request));

export const DELETE = allowed("DELETE /chat/decisions", () => deleteDecisionsResponse());
