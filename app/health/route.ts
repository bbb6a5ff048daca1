import { ERROR_CODES } from "@/lib/domain/routing-error";
import { readHealth } from "@/lib/server/health";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const health = await readHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : ERROR_CODES.artifact_unusable.httpStatus,
    headers: { "Cache-Control": "no-store" },
  });
}
