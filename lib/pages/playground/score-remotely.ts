import { forReader } from "@/lib/access/for-reader";
import type { RouterId } from "@/lib/domain/router-id";
import { RoutingError } from "@/lib/domain/routing-error";
import { createCachedRouter } from "@/lib/routers/cached-router";
import type { Router } from "@/lib/routers/router";
import { readAlternativeSettings } from "@/lib/runtime/alternative-settings";
import { once } from "@/lib/runtime/once";
import { getAlternatives } from "@/lib/serving/alternatives";
import type { RemoteScore } from "@/lib/view/shared/prompt-scores";

/** Prompts whose win rates are kept: back and forth through a session costs nothing. */
const KEPT_PROMPTS = 1000;
/** Calls of one router under way at a time: whoever comes later is told so at once, not queued behind a slow server. */
const MOST_CALLS = 8;
const TRIES = 3;

type RemoteRouter = { readonly router: Router; callsUnderWay: number };

const getRemoteRouters = once(async (): Promise<ReadonlyMap<RouterId, RemoteRouter>> => {
  const patience = { totalMs: readAlternativeSettings().remoteDeadlineMs, maximumTries: TRIES };
  const remote = [...(await getAlternatives()).values()].filter(({ isRemote }) => isRemote);
  return new Map(
    remote.map(({ routerId, createRouter }) => [
      routerId,
      { router: createCachedRouter(createRouter(patience), KEPT_PROMPTS), callsUnderWay: 0 },
    ]),
  );
});

/** Routers that are asked one by one, after the others have answered. */
export const getRemoteRouterIds = async (): Promise<readonly RouterId[]> => [...(await getRemoteRouters()).keys()];

/**
 * One router's score of one prompt, within the deadline, or why there is none: failures of another machine are part of
 * the answer, since all other rows stand without it.
 * @throws RoutingError if the router does not run on another machine.
 */
export async function scoreRemotely(routerId: RouterId, prompt: string): Promise<RemoteScore> {
  const remote = (await getRemoteRouters()).get(routerId);
  if (remote === undefined) {
    const message = `The router ${routerId} does not run on another machine; the playground's own answer has its score.`;
    throw new RoutingError({ code: "not_found", parameter: "router", message });
  }
  if (remote.callsUnderWay >= MOST_CALLS) {
    return { routerId, unavailable: `${MOST_CALLS} other prompts are waiting for this router; try again shortly.` };
  }
  remote.callsUnderWay++;
  const start = performance.now();
  try {
    const [winRate] = await remote.router.scoreBatch([prompt]);
    if (winRate === undefined) throw new TypeError(`The router ${routerId} returned no win rate for one prompt`);
    return { routerId, winRate, latencyMs: performance.now() - start };
  } catch (error) {
    const shown = await forReader(error);
    if (shown instanceof RoutingError) return { routerId, unavailable: shown.message };
    throw error;
  } finally {
    remote.callsUnderWay--;
  }
}
