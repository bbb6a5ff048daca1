import "server-only";
import type { RouterId } from "@/lib/domain/router-id";
import type { Router } from "@/lib/routers/router";

/** Decimals of a shipped win rate: far finer than any interval, and half the size of all digits. */
const DECIMALS = 6;

/** (n) win rates of one router, rounded for shipping. @throws TypeError if the router is missing: a bug. */
async function roundedWinRates(
  routers: ReadonlyMap<RouterId, Router>,
  id: RouterId,
  prompts: readonly string[],
): Promise<number[]> {
  const router = routers.get(id);
  if (router === undefined) throw new TypeError(`There is no router ${id} to score with`);
  const winRates = await router.scoreBatch(prompts);
  return winRates.map((winRate) => Number(winRate.toFixed(DECIMALS)));
}

/** One column a router. */
export async function winRateColumns(routers: ReadonlyMap<RouterId, Router>, prompts: readonly string[]) {
  return {
    sw_ranking: await roundedWinRates(routers, "sw_ranking", prompts),
    mf: await roundedWinRates(routers, "mf", prompts),
    length: await roundedWinRates(routers, "length", prompts),
    random: await roundedWinRates(routers, "random", prompts),
  };
}
