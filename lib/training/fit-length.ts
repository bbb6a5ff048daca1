import { RoutingError } from "@/lib/domain/routing-error";
import { type LengthWeights, lengthFeature } from "@/lib/routers/length-router";
import { fitLogistic } from "@/lib/training/solvers/fit-logistic";

/** What the length baseline learns from: how often the strong model won on a prompt. */
export type LengthExample = {
  readonly prompt: string;
  /** In [0, 1]: 1 = strong won, 0 = weak won, 0.5 = tie. */
  readonly outcome: number;
  /** ≥ 0 and finite. */
  readonly weight: number;
};

/** Logistic regression of the outcome on `lengthFeature`. */
export function fitLength(examples: readonly LengthExample[]): LengthWeights {
  const rows = examples.map(({ prompt, outcome, weight }, index) => {
    if (!(outcome >= 0 && outcome <= 1 && weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new RoutingError({
        code: "invalid_data",
        parameter: "examples",
        message: `Example ${index + 1} needs an outcome in [0, 1] and a finite weight of at least 0, but had ${outcome} and ${weight}.`,
      });
    }
    return { feature: lengthFeature(prompt), outcome, weight };
  });
  if (!rows.some(({ weight }) => weight > 0)) {
    throw new RoutingError({
      code: "invalid_data",
      parameter: "examples",
      message: "At least one example with a positive weight is needed.",
    });
  }
  return fitLogistic(rows);
}
