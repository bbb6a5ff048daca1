import { RoutingError } from "@/lib/domain/routing-error";
import { sigmoid } from "@/lib/math/sigmoid";
import { type LengthWeights, lengthFeature } from "@/lib/routers/length-router";

/** What the length baseline learns from: how often the strong model won on a prompt. */
export type LengthExample = {
  readonly prompt: string;
  /** In [0, 1]: 1 = strong won, 0 = weak won, 0.5 = tie. */
  readonly outcome: number;
  /** ≥ 0 and finite. */
  readonly weight: number;
};

/**
 * Ridge on the slope per unit of weight: lets prompts of one length (no slope to find) and perfectly separated outcomes
 * (an infinite one) have an answer, and moves ordinary slopes by about a millionth.
 */
const RIDGE = 1e-6;
const MAXIMUM_STEPS = 100;

/** Logistic regression of the outcome on `lengthFeature`, by Newton with step halving. */
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
  const mass = rows.reduce((sum, { weight }) => sum + weight, 0);
  if (!(mass > 0)) {
    throw new RoutingError({
      code: "invalid_data",
      parameter: "examples",
      message: "At least one example with a positive weight is needed.",
    });
  }
  // About the mean length, so that the two unknowns hardly depend on each other.
  const center = rows.reduce((sum, { feature, weight }) => sum + weight * feature, 0) / mass;
  const ridge = RIDGE * mass;

  const loss = (level: number, slope: number): number =>
    rows.reduce(
      (sum, { feature, outcome, weight }) => {
        const logit = level + slope * (feature - center);
        return sum + weight * (Math.max(logit, 0) - logit * outcome + Math.log1p(Math.exp(-Math.abs(logit))));
      },
      0.5 * ridge * (slope * slope + level * level),
    );

  let level = 0;
  let slope = 0;
  let value = loss(level, slope);
  for (let step = 0; step < MAXIMUM_STEPS; step++) {
    let [gradientLevel, gradientSlope] = [ridge * level, ridge * slope];
    let [hessianLevel, hessianBoth, hessianSlope] = [ridge, 0, ridge];
    for (const { feature, outcome, weight } of rows) {
      const offset = feature - center;
      const probability = sigmoid(level + slope * offset);
      const residual = weight * (probability - outcome);
      const curvature = weight * probability * (1 - probability);
      gradientLevel += residual;
      gradientSlope += residual * offset;
      hessianLevel += curvature;
      hessianBoth += curvature * offset;
      hessianSlope += curvature * offset * offset;
    }
    const determinant = hessianLevel * hessianSlope - hessianBoth * hessianBoth;
    const moveLevel = (hessianSlope * gradientLevel - hessianBoth * gradientSlope) / determinant;
    const moveSlope = (hessianLevel * gradientSlope - hessianBoth * gradientLevel) / determinant;
    let scale = 1;
    while (scale > 1e-9 && loss(level - scale * moveLevel, slope - scale * moveSlope) > value + 1e-12 * mass)
      scale /= 2;
    level -= scale * moveLevel;
    slope -= scale * moveSlope;
    value = loss(level, slope);
    if (gradientLevel * moveLevel + gradientSlope * moveSlope < 1e-15 * mass) break;
  }
  return { intercept: level - slope * center, slope };
}
