import { RoutingError } from "@/lib/domain/routing-error";
import type { WinRate } from "@/lib/domain/win-rate";
import { WINNER_OUTCOMES } from "@/lib/domain/winner";
import { createSimilarityWeightedScorer } from "@/lib/routers/similarity-weighted-router";
import type { ScoreBattleLine, ScorePromptLine } from "@/lib/schemas/files/score-lines";
import { fitSimilarityWeighted } from "@/lib/training/fit-similarity-weighted";

/**
 * Similarity-weighted ranking on somebody's own battles and embeddings: fit, then score.
 * @returns tier of each model, best first, and the win rates of `strong` over `weak` in the order of the prompts.
 * @throws RoutingError on no battles, or on a model that fights in none.
 */
export function scoreBattles(request: {
  readonly battles: readonly ScoreBattleLine[];
  readonly prompts: readonly ScorePromptLine[];
  readonly strong: string;
  readonly weak: string;
  readonly tierCount: number;
}): { readonly modelToTier: Readonly<Record<string, number>>; readonly winRates: readonly WinRate[] } {
  const { battles, prompts, strong, weak, tierCount } = request;
  if (battles.length === 0) {
    const message = "The file holds no battles; it needs at least one line.";
    throw new RoutingError({ code: "invalid_data", parameter: "--battles", message });
  }
  const weights = fitSimilarityWeighted(
    battles.map(({ model_a, model_b, winner, embedding }) => ({
      modelA: model_a,
      modelB: model_b,
      outcome: WINNER_OUTCOMES[winner],
      weight: 1,
      embedding: { vector: Float64Array.from(embedding), group: 0 },
    })),
    { tierCount },
  );
  for (const [parameter, model] of [
    ["--strong", strong],
    ["--weak", weak],
  ] as const) {
    if (Object.hasOwn(weights.modelTiers, model)) continue;
    const known = Object.keys(weights.modelTiers).join(", ");
    const message = `"${model}" fights in none of the battles; their models are ${known}.`;
    throw new RoutingError({ code: "invalid_argument", parameter, message });
  }
  const score = createSimilarityWeightedScorer(weights, { strong, weak });
  return {
    modelToTier: weights.modelTiers,
    winRates: prompts.map(({ embedding }) => score({ vector: Float64Array.from(embedding), group: 0 })),
  };
}
