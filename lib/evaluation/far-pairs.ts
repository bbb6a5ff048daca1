import { mean } from "@/lib/math/moments";

/** Two models of one table of outcomes, as indices into its columns. */
export type ColumnPair = { readonly strong: number; readonly weak: number };

/**
 * All pairs of models whose mean scores lie at least `minimumGap` apart, the better one strong. A rule and no choice: nobody
 * can pick the pairs on which a router looks well. Closer pairs are left out because APGR divides by the gap: near 0 it
 * measures noise.
 * @param scores (models) × (questions).
 * @returns by descending gap, then in the order of the models.
 */
export function farPairs({
  scores,
  minimumGap,
}: {
  readonly scores: readonly ArrayLike<number>[];
  readonly minimumGap: number;
}): ColumnPair[] {
  const means = scores.map((column) => mean(column));
  const gap = ({ strong, weak }: ColumnPair): number => (means[strong] ?? 0) - (means[weak] ?? 0);
  return scores
    .flatMap((_, strong) => scores.map((_column, weak) => ({ strong, weak })))
    .filter((pair) => pair.strong !== pair.weak && gap(pair) > 0 && gap(pair) >= minimumGap)
    .sort((left, right) => gap(right) - gap(left));
}
