import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import type { Router } from "@/lib/routers/router";

/** Steps of a shipped win rate, far finer than any interval and half the size of all digits. */
const STEPS = 1e6;

/** Down, so that a threshold taken from shipped win rates still sends the prompts it was taken from to strong. */
export const roundDown = (winRate: number): number => Math.floor(winRate * STEPS) / STEPS;

/**
 * Every router's win rates on the same prompts, rounded down for shipping.
 * @returns one column (n_prompts) a router.
 */
export async function winRateColumns(
  routers: ReadonlyMap<RouterId, Router>,
  prompts: readonly string[],
): Promise<Record<RouterId, number[]>> {
  const columns: Record<RouterId, number[]> = forEveryRouter(() => []);
  for (const [id, router] of routers) {
    const winRates = await router.scoreBatch(prompts);
    columns[id] = winRates.map(roundDown);
  }
  return columns;
}
