import "server-only";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import type { Router } from "@/lib/routers/router";

/** Decimals of a shipped win rate: far finer than any interval, and half the size of all digits. */
const DECIMALS = 6;

/**
 * Every router's win rates on the same prompts, rounded for shipping.
 * @returns one column (n_prompts) a router.
 */
export async function winRateColumns(
  routers: ReadonlyMap<RouterId, Router>,
  prompts: readonly string[],
): Promise<Record<RouterId, number[]>> {
  const columns: Record<RouterId, number[]> = forEveryRouter(() => []);
  for (const [id, router] of routers) {
    const winRates = await router.scoreBatch(prompts);
    columns[id] = winRates.map((winRate) => Number(winRate.toFixed(DECIMALS)));
  }
  return columns;
}
