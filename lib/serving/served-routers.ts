import type { RouterId } from "@/lib/domain/router-id";
import type { RetryPolicy } from "@/lib/gateway/retry-with-backoff";
import type { Router } from "@/lib/routers/router";
import { oncePerArtifacts } from "@/lib/runtime/once-per-artifacts";
import { getAlternatives } from "./alternatives";
import { getRouters } from "./container";

/** For commands: a minute a call, retries included, since nobody watches a cursor. */
export const SLOW_MODEL_RETRY: RetryPolicy = { totalMs: 60_000, maximumTries: 6 };

/** All routers as they are served: the shipped ones, and what the environment puts in their place. */
export const getServedRouters = oncePerArtifacts(async (): Promise<ReadonlyMap<RouterId, Router>> => {
  const [shipped, alternatives] = await Promise.all([getRouters(), getAlternatives()]);
  return new Map(
    [...shipped].map(([id, router]) => [id, alternatives.get(id)?.createRouter(SLOW_MODEL_RETRY) ?? router]),
  );
});
