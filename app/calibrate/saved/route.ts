import { allowed } from "@/lib/http/allowed";
import { listSavedResponse, saveResponse } from "@/lib/pages/calibrate/saved-calibrations-response";

export const dynamic = "force-dynamic";

export const GET = allowed("GET /calibrate/saved", () => listSavedResponse());

export const POST = allowed("POST /calibrate/saved", (request: Request) => saveResponse(request));
