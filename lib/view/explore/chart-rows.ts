import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import type { RandomBandPoint } from "@/lib/evaluation/random-band";
import { interpolate } from "@/lib/math/interpolate";

/** A curve as parallel columns, shares ascending. */
type ShareScores = { readonly strongShares: ArrayLike<number>; readonly scores: ArrayLike<number> };

/** One vertical slice of the chart: every curve's score at one share of strong calls. */
export type ChartRow = Readonly<Record<RouterId, number>> & {
  readonly strongShare: number;
  readonly oracle: number;
  /** Expectation of random routing, and its 95 % band. */
  readonly expected: number;
  readonly band: readonly [number, number];
};

/** Enough for a point every five pixels of a wide chart; what lies between them is noise of single questions. */
const MAXIMUM_STEPS = 200;

/** @returns shares 0 … 1: one for every number of questions if there are few, else 201 evenly spaced. */
export function gridShares(questions: number): readonly number[] {
  const steps = Math.min(questions, MAXIMUM_STEPS);
  return Array.from({ length: steps + 1 }, (_, step) => step / steps);
}

/** Reads every curve at the shares of `random` (see `gridShares`), with straight lines between points, for drawing. */
export function chartRows({
  curves,
  oracle,
  random,
}: {
  readonly curves: Readonly<Record<RouterId, ShareScores>>;
  readonly oracle: ShareScores;
  readonly random: readonly RandomBandPoint[];
}): readonly ChartRow[] {
  const read = ({ strongShares, scores }: ShareScores, share: number): number =>
    interpolate(share, { x: strongShares, y: scores });
  return random.map(({ strongShare, score, lower, upper }) => {
    const scores = forEveryRouter((router) => read(curves[router], strongShare));
    return { ...scores, strongShare, oracle: read(oracle, strongShare), expected: score, band: [lower, upper] };
  });
}
