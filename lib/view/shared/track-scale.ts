import { lowerBound } from "@/lib/math/sorted-search";
import type { SortedWinRates } from "./router-alpha";

/**
 * What the axis of a router's track is: win rates from 0 to 1, the stretch of them that real prompts fill, or the rank
 * among real prompts (where α stands at 1 − target share, and routers of very different spread look alike).
 */
export const TRACK_SCALES = ["full", "range", "rank"] as const;

export type TrackScaleKind = (typeof TRACK_SCALES)[number];

export type TrackScale = {
  /** Where a win rate stands, in [0, 1]; outside values stand on the nearer end. */
  readonly position: (winRate: number) => number;
  /** On which side a win rate lies outside, if it does: it then stands on that end without belonging there. */
  readonly beyond: (winRate: number) => "left" | "right" | undefined;
  /** (bins) how many of the sample fall into each equal part, relative to the fullest part: [0, 1]. */
  readonly density: readonly number[];
  /** What the two ends are, in words. */
  readonly ends: readonly [string, string];
};

const BINS = 80;

/** Ends of the `range` scale are multiples of this, so that they read well and stay put. */
const STEP = 0.05;

type Stretch = { readonly from: number; readonly to: number };

/** The stretch that holds the whole sample, widened to multiples of 0.05; everything if there is none. */
function rangeOf(sample: SortedWinRates): Stretch {
  const [lowest, highest] = [sample[0], sample.at(-1)];
  if (lowest === undefined || highest === undefined) return { from: 0, to: 1 };
  const round = (steps: number): number => Math.min(1, Math.max(0, Number((steps * STEP).toFixed(2))));
  const from = round(Math.floor(lowest / STEP));
  const to = round(Math.ceil(highest / STEP));
  return to > from ? { from, to } : { from: round(from / STEP - 1), to: round(to / STEP + 1) };
}

function densityOn(sample: SortedWinRates, { from, to }: Stretch): readonly number[] {
  const belowEdge = Array.from({ length: BINS }, (_, bin) => lowerBound(sample, from + ((to - from) * bin) / BINS));
  const counts = belowEdge.map((below, bin) => (belowEdge[bin + 1] ?? sample.length) - below);
  const fullest = Math.max(1, ...counts);
  return counts.map((count) => count / fullest);
}

function stretchScale(sample: SortedWinRates, stretch: Stretch): TrackScale {
  const { from, to } = stretch;
  return {
    position: (winRate) => Math.min(1, Math.max(0, (winRate - from) / (to - from))),
    beyond: (winRate) => (winRate < from ? "left" : winRate > to ? "right" : undefined),
    density: densityOn(sample, stretch),
    ends: [from.toFixed(2), to.toFixed(2)],
  };
}

type TrackScaleOptions = { readonly kind: TrackScaleKind; readonly sample: SortedWinRates };

export function createTrackScale({ kind, sample }: TrackScaleOptions): TrackScale {
  switch (kind) {
    case "full":
      return stretchScale(sample, { from: 0, to: 1 });
    case "range":
      return stretchScale(sample, rangeOf(sample));
    case "rank":
      return {
        position: (winRate) => (sample.length === 0 ? 0 : lowerBound(sample, winRate) / sample.length),
        beyond: () => undefined,
        // Not drawn: by its making, all equal parts of this axis hold equally many prompts.
        density: [0],
        ends: ["0\u00a0%", "100\u00a0%"],
      };
  }
}
