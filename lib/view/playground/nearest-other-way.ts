import { decide } from "@/lib/domain/decide";
import type { RouterId } from "@/lib/domain/router-id";
import { toWinRate } from "@/lib/domain/win-rate";
import type { Verdict } from "@/lib/view/shared/verdict";
import { EXAMPLE_PROMPTS, type ExamplePrompt } from "./example-prompts";

type ScoredExample = {
  readonly id: string;
  readonly similarity: number;
  readonly winRates: Readonly<Partial<Record<RouterId, number>>>;
};

export type OtherWay = { readonly example: ExamplePrompt; readonly similarity: number; readonly winRate: number };

/**
 * The example prompt most like a prompt that the router sends to the other model at the same α.
 * @param examples nearest first.
 */
export function nearestOtherWay(examples: readonly ScoredExample[], verdict: Verdict): OtherWay | undefined {
  for (const { id, similarity, winRates } of examples) {
    const winRate = winRates[verdict.routerId];
    if (winRate === undefined || decide(toWinRate(winRate), verdict.threshold) === verdict.choice) continue;
    const example = EXAMPLE_PROMPTS.find((each) => each.id === id);
    if (example !== undefined) return { example, similarity, winRate };
  }
  return undefined;
}
