import { listRunsResponse, startRunResponse } from "@/lib/server/run-responses";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return listRunsResponse();
}

export async function POST(request: Request): Promise<Response> {
  return startRunResponse(request);
}
