import type { RouterId } from "@/lib/domain/router-id";
import type { WinRate } from "@/lib/domain/win-rate";

/** Turns prompts into win rates and does nothing else: it does not decide, count or log. */
export type Router = {
  readonly id: RouterId;
  /** @returns (n_prompts) win rates of the strong model, each in [0, 1], in the order of `prompts`. */
  scoreBatch(prompts: readonly string[]): Promise<readonly WinRate[]>;
};
