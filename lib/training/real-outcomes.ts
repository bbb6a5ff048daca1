import { groupBy } from "@/lib/math/group-by";
import type { TrainingData } from "./training-data";

/** What really happened on a prompt between two models about as far apart as the pair. */
export type RealOutcome = {
  readonly prompt: string;
  readonly source: string;
  /** 1 = the stronger model won, 0 = the weaker one did; ties half. */
  readonly outcome: number;
};

/** Rating points (400-scale) by which the gap of two models may differ from the pair's for them to stand in for it. */
const GAP_TOLERANCE = 100;

/**
 * Outcomes that win rates can be held to: the pair's own answers, and, because the pair never met in chat or code, judged
 * battles of two models whose ratings differ by about as much as the pair's.
 * @param options.ratings on the 400-scale, by model.
 */
export function realOutcomes(options: { data: TrainingData; ratings: ReadonlyMap<string, number> }): RealOutcome[] {
  const { data, ratings } = options;
  const own = data.pairRows.map(({ prompt, strong, weak }) => ({
    prompt,
    source: `${data.pair.strong} and ${data.pair.weak}`,
    outcome: 0.5 + 0.5 * (strong - weak),
  }));
  const rating = (model: string): number => ratings.get(model) ?? Number.NaN;
  const wanted = rating(data.pair.strong) - rating(data.pair.weak);
  const standIns = [...data.battles].flatMap(([name, battles]) =>
    battles.flatMap(({ prompt, modelA, modelB, outcome }) => {
      const gap = rating(modelA) - rating(modelB);
      if (!(Math.abs(Math.abs(gap) - wanted) <= GAP_TOLERANCE)) return [];
      const [stronger, weaker] = gap > 0 ? [modelA, modelB] : [modelB, modelA];
      return { prompt, source: `${name}: ${stronger} and ${weaker}`, outcome: gap > 0 ? outcome : 1 - outcome };
    }),
  );
  return [...own, ...standIns];
}

/** How many outcomes each source gave, in the order of their coming. */
export const countSources = (outcomes: readonly RealOutcome[]): { name: string; battles: number }[] =>
  [...groupBy(outcomes, ({ source }) => source)].map(([name, list]) => ({ name, battles: list.length }));
