import { allowed } from "@/lib/server/allowed";
import { listSavedResponse, saveResponse } from "@/lib/server/saved-calibrations-response";

export const dynamic = "force-dynamic";

export const GET = allowed("GET /calibrate/saved", () => listSavedResponse());

export const POST = allowed("POST /calibrate/saved", (request: Request) => saveResponse(request));
