import { betaBinomialQuantile } from "@/lib/math/beta-binomial-quantile";
import { betaQuantile } from "@/lib/math/beta-quantile";

const TAIL = 0.025;
/** The terms of a larger batch's distribution are too many to sum while somebody drags a slider. */
const LARGE_BATCH = 10_000;

/**
 * The 95 % range of the strong share to expect on new prompts of the kind that a threshold was calibrated on.
 *
 * With k of n sample prompts at or above it, the threshold lies between the order statistics that leave k and k + 1
 * prompts on top. The share of *all* prompts of this kind above such an order statistic is Beta-distributed, whatever the
 * distribution of win rates (David & Nagaraja, Order Statistics, §2.2; Wilks 1941): Beta(k, n − k + 1) for the upper of
 * the two and Beta(k + 1, n − k) for the lower. The 2.5 % quantile of the first and the 97.5 % quantile of the second
 * enclose the share in at least 95 % of calibrations (they are Clopper and Pearson's bounds of k/n).
 *
 * That is the range in the long run (`newPrompts` Infinity). A batch of m new prompts adds its own chance: the count that
 * reaches the threshold is then Beta-binomial, and the range is that of count/m. By default m = n: what to expect from
 * another batch as large as the sample. Of a batch of more than {@link LARGE_BATCH} the share has nearly a Beta distribution
 * itself: the one with the same mean and variance stands for it.
 *
 * @returns [low, high], in [0, 1].
 */
export function shareInterval({
  strongCount,
  sampleSize,
  newPrompts = sampleSize,
}: {
  /** k: sample prompts that the threshold sends to strong, 0 … n. */
  readonly strongCount: number;
  /** n, at least 1. */
  readonly sampleSize: number;
  /** m, at least 1, or Infinity. */
  readonly newPrompts?: number;
}): readonly [number, number] {
  const weakCount = sampleSize - strongCount;
  const least = { a: strongCount, b: weakCount + 1 };
  const most = { a: strongCount + 1, b: weakCount };
  const quantileOf = (probability: number, beta: Beta): number =>
    newPrompts > LARGE_BATCH
      ? betaQuantile(probability, widened(beta, newPrompts))
      : betaBinomialQuantile(probability, { trials: newPrompts, ...beta }) / newPrompts;
  return [
    strongCount === 0 ? 0 : quantileOf(TAIL, least), //
    weakCount === 0 ? 1 : quantileOf(1 - TAIL, most),
  ];
}

type Beta = { readonly a: number; readonly b: number };

/**
 * A share drawn from Beta(a, b) and counted over m prompts has 1 + (a + b)/m times its variance, which is that of a Beta
 * distribution with the same mean and a′ + b′ + 1 = (a + b + 1)/(1 + (a + b)/m).
 */
function widened({ a, b }: Beta, newPrompts: number): Beta {
  const size = (a + b + 1) / (1 + (a + b) / newPrompts) - 1;
  return { a: (a / (a + b)) * size, b: (b / (a + b)) * size };
}
