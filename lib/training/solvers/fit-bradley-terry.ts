import { RoutingError } from "@/lib/domain/routing-error";
import { createBradleyTerrySolver } from "@/lib/math/bradley-terry";

/** Rating points per factor of ten in the odds: P(A beats B) = 1 / (1 + 10^((B − A) / 400)). */
const SCALE = 400;
/** The mean rating, as in the release. */
const INITIAL_RATING = 1000;
/** Ratings are rounded to this many points, so that models equal but for rounding noise are equal. */
const RESOLUTION = 1e-6;

/** What a rating needs of a battle. */
export type RatedBattle = {
  readonly modelA: string;
  readonly modelB: string;
  /** In [0, 1]: 1 = A won, 0 = B won, 0.5 = tie. */
  readonly outcome: number;
  /** ≥ 0 and finite: how many ordinary battles this one stands for. */
  readonly weight: number;
};

export type ModelRating = { readonly model: string; readonly rating: number };

/** @throws RoutingError if a battle's outcome or weight is out of range. */
export function checkBattle({ outcome, weight }: RatedBattle, index: number): void {
  const refuse = (parameter: string, message: string) => {
    throw new RoutingError({ code: "invalid_data", parameter, message: `Battle ${index + 1}: ${message}` });
  };
  if (!(outcome >= 0 && outcome <= 1)) refuse("outcome", `the outcome must lie in [0, 1], but it was ${outcome}.`);
  if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
    refuse("weight", `the weight must be finite and not negative, but it was ${weight}.`);
  }
}

/**
 * Maximum-likelihood Bradley-Terry ratings on the 400-point scale, around 1000, solved to convergence: the logistic
 * regression of the release without its early stop. Battles are summed into one cell per ordered pair of models first,
 * so the fit does not grow with their number. Models that never lose, and sets of models that never meet, get finite
 * ratings from a tiny ridge (see lib/math/bradley-terry); a battle of a model with itself says nothing.
 * @returns one rating a model, best first; equal ratings in order of name.
 */
export function fitBradleyTerry(battles: readonly RatedBattle[]): readonly ModelRating[] {
  // By name, so that the order of the battles leaves no trace, not even in rounding.
  const models = [...new Set(battles.flatMap(({ modelA, modelB }) => [modelA, modelB]))].sort();
  const indices = new Map(models.map((model, index) => [model, index]));
  const count = models.length;
  if (count === 0) return [];

  const wins = new Float64Array(count * count);
  battles.forEach((battle, index) => {
    checkBattle(battle, index);
    const a = indices.get(battle.modelA) ?? 0;
    const b = indices.get(battle.modelB) ?? 0;
    wins[a * count + b] = (wins[a * count + b] ?? 0) + battle.weight * battle.outcome;
    wins[b * count + a] = (wins[b * count + a] ?? 0) + battle.weight * (1 - battle.outcome);
  });
  const strengths = new Float64Array(count);
  createBradleyTerrySolver(count).solve(wins, strengths);

  const mean = strengths.reduce((sum, strength) => sum + strength, 0) / count;
  return models
    .map((model, index) => {
      const rating = INITIAL_RATING + (SCALE / Math.LN10) * ((strengths[index] ?? 0) - mean);
      return { model, rating: Math.round(rating / RESOLUTION) * RESOLUTION };
    })
    .sort((left, right) => right.rating - left.rating);
}
