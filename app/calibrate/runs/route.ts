import { allowed } from "@/lib/http/allowed";
import { listRunsResponse, startRunResponse } from "@/lib/pages/calibrate/run-responses";

export const dynamic = "force-dynamic";

export const GET = allowed("GET /calibrate/runs", async () => listRunsResponse());

export const POST = allowed("POST /calibrate/runs", async (request: Request) => startRunResponse(request));
