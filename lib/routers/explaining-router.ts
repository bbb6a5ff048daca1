import type { RouterExplanation } from "@/lib/domain/router-explanation";
import type { Router } from "./router";

/** What says why a prompt got its win rate. */
export type Explainer = {
  /** Agrees with `scoreBatch` on the win rate. */
  explain(prompt: string): Promise<RouterExplanation>;
};

/** A router that can also say why. Whoever only scores needs no more than `Router`. */
export type ExplainingRouter = Router & Explainer;

export const isExplaining = (router: Router): router is ExplainingRouter => "explain" in router;
