import { RoutingError } from "@/lib/domain/routing-error";
import { startRedisWorker } from "@/lib/runs/redis-worker";
import { activeArtifactsDirectory } from "@/lib/runtime/active-artifacts";
import { readRedisUrl } from "@/lib/runtime/env";
import { routerVersion } from "@/lib/runtime/router-version";
import { getAlternatives } from "@/lib/serving/alternatives";
import { checkArtifacts } from "@/lib/storage/check-artifacts";
import { createScoringPool } from "./scoring-pool";

/** How soon a worker takes the chunks of routers that are put to use in its state folder. */
const FOLLOW_MS = 1000;

/** A worker that takes chunks of scoring runs from Redis. */
export type ChunkWorker = { readonly version: string; close(): Promise<void> };

/** Follows when other routers are put to use. @throws RoutingError if there is no REDIS_URL or the artifacts cannot be used. */
export async function workOnChunks({ threads }: { threads: number }): Promise<ChunkWorker> {
  const url = readRedisUrl();
  if (url === undefined) {
    const message = "REDIS_URL is not set: a worker takes its work from the Redis that the server uses; name it there.";
    throw new RoutingError({ code: "invalid_argument", parameter: "REDIS_URL", message });
  }
  await checkArtifacts(activeArtifactsDirectory());
  await getAlternatives();
  const start = (version: string) => ({
    version,
    worker: startRedisWorker({ url, version, pool: createScoringPool(threads) }),
  });
  const first = start(await routerVersion());
  let current = first;
  let following = Promise.resolve();
  const follow = async (): Promise<void> => {
    const version = await routerVersion();
    if (version === current.version) return;
    const former = current;
    current = start(version);
    await former.worker.close();
  };
  const timer = setInterval(() => {
    following = following.then(follow).catch((error: unknown) => {
      process.stderr.write(`The routers in use cannot be followed: ${String(error)}\n`);
    });
  }, FOLLOW_MS);
  return {
    version: first.version,
    close: async () => {
      clearInterval(timer);
      await following;
      await current.worker.close();
    },
  };
}
