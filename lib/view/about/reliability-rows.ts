import { ROUTER_IDS, ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";

type Bin = { readonly winRate: number; readonly observed: number; readonly count: number };

/** What was measured of one router, before and after scaling; `error` in [0, 1]. */
export type MeasuredReliability = {
  /** Absent for a router that is used as it was trained. */
  readonly scale?: { readonly slope: number; readonly offset: number } | undefined;
  readonly before: { readonly bins: readonly Bin[]; readonly error: number };
  readonly after: { readonly bins: readonly Bin[]; readonly error: number };
};

export type ReliabilityRow = {
  readonly router: RouterId;
  readonly label: string;
  /** Expected calibration error in points, one decimal. */
  readonly before: string;
  readonly after: string;
  /** What happens to the log-odds; undefined where nothing does. */
  readonly scale: string | undefined;
};

const points = (share: number): string => (100 * share).toFixed(1);

/** The routers that were measured, in the order of every list. */
export function reliabilityRows(measured: Readonly<Partial<Record<RouterId, MeasuredReliability>>>): ReliabilityRow[] {
  return ROUTER_IDS.flatMap((router) => {
    const found = measured[router];
    if (found === undefined) return [];
    const { scale, before, after } = found;
    const moved =
      scale && `× ${scale.slope.toFixed(2)} ${scale.offset < 0 ? "−" : "+"} ${Math.abs(scale.offset).toFixed(2)}`;
    const errors = { before: points(before.error), after: points(after.error) };
    return [{ router, label: ROUTER_INFO[router].label, ...errors, scale: moved }];
  });
}

/**
 * How far chance alone may move a dot: the largest standard error √(p(1 − p) / n) of its outcomes. Ties, which count half,
 * only make it smaller.
 */
export const largestStandardError = (bins: readonly Bin[]): number =>
  Math.max(0, ...bins.map(({ observed, count }) => Math.sqrt((observed * (1 - observed)) / count)));
