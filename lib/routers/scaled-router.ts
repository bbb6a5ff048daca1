import { type ExplainingRouter, isExplaining } from "./explaining-router";
import type { Router } from "./router";
import { scaleExplanation } from "./scale-explanation";
import { scaleWinRate, type WinRateScale } from "./win-rate-scale";

/** The same router with its win rates scaled; if it can explain them, so can this one. */
export function createScaledRouter(router: Router, scale: WinRateScale): Router {
  const scaled: Router = {
    id: router.id,
    scoreBatch: async (prompts) => (await router.scoreBatch(prompts)).map((winRate) => scaleWinRate(winRate, scale)),
  };
  if (!isExplaining(router)) return scaled;
  const explaining: ExplainingRouter = {
    ...scaled,
    explain: async (prompt) => scaleExplanation(await router.explain(prompt), scale),
  };
  return explaining;
}
