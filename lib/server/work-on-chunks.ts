import "server-only";
import { RoutingError } from "@/lib/domain/routing-error";
import { startRedisWorker } from "@/lib/runs/redis-worker";
import { checkArtifacts } from "@/lib/storage/check-artifacts";
import { activeArtifactsDirectory } from "./active-artifacts";
import { getAlternatives } from "./alternatives";
import { readRedisUrl } from "./env";
import { routerVersion } from "./router-version";
import { createScoringPool } from "./scoring-pool";

/** A worker that takes chunks of scoring runs from Redis. */
export type ChunkWorker = { readonly version: string; close(): Promise<void> };

/** @throws RoutingError if there is no REDIS_URL or the artifacts cannot be used. */
export async function workOnChunks({ threads }: { threads: number }): Promise<ChunkWorker> {
  const url = readRedisUrl();
  if (url === undefined) {
    const message = "REDIS_URL is not set: a worker takes its work from the Redis that the server uses; name it there.";
    throw new RoutingError({ code: "invalid_argument", parameter: "REDIS_URL", message });
  }
  await checkArtifacts(activeArtifactsDirectory());
  await getAlternatives();
  const version = await routerVersion();
  const worker = startRedisWorker({ url, version, pool: createScoringPool(threads) });
  return { version, close: worker.close };
}
