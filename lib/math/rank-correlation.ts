import { dot } from "./dot";
import { standardize } from "./moments";
import { rank } from "./rank";

/** Spearman's rank correlation, −1 to 1; 0 if either side does not vary. */
export const rankCorrelation = (left: ArrayLike<number>, right: ArrayLike<number>): number =>
  dot(standardize(rank(left)), standardize(rank(right))) / Math.max(1, left.length);
