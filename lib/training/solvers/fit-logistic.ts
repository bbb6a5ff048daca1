import { sigmoid } from "@/lib/math/sigmoid";

/** One observation of a logistic regression on a single feature. */
export type LogisticRow = {
  readonly feature: number;
  /** In [0, 1]: 1 = strong won, 0 = weak won, 0.5 = tie. */
  readonly outcome: number;
  /** ≥ 0 and finite; at least one is positive. */
  readonly weight: number;
};

/** Log-odds of a win: intercept + slope · feature. */
export type LogisticFit = { readonly intercept: number; readonly slope: number };

/**
 * Ridge on the slope per unit of weight: lets a feature that never varies (no slope to find) and perfectly separated
 * outcomes (an infinite one) have an answer, and moves ordinary slopes by about a millionth.
 */
const RIDGE = 1e-6;
const MAXIMUM_STEPS = 100;

/** Logistic regression of outcomes in [0, 1] on one feature, by Newton with step halving. */
export function fitLogistic(rows: readonly LogisticRow[]): LogisticFit {
  const mass = rows.reduce((sum, { weight }) => sum + weight, 0);
  // About the feature's mean, so that the two unknowns hardly depend on each other.
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
