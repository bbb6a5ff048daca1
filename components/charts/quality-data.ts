import type { RouterId } from "@/lib/domain/router-id";
import type { ScoreDomain } from "./plot-area";

/** One vertical slice of the chart: every curve's score at one share of strong calls. */
export type QualityRow = Readonly<Record<RouterId, number>> & {
  readonly strongShare: number;
  readonly oracle: number;
  readonly expected: number;
  readonly band: readonly [number, number];
};

/** What can be switched off: a router, the oracle, the marks published by others. */
export type QualitySeries = RouterId | "oracle" | "published";

/** A point measured by others; `label` is printed beside it. */
export type QualityMark = {
  readonly name: string;
  readonly strongShare: number;
  readonly score: number;
  readonly label: string | null;
};

export type QualityEnd = { readonly name: string; readonly score: number };

/** What the chart shows, on screen and in an exported picture. */
export type QualityContent = {
  readonly title: string;
  readonly rows: readonly QualityRow[];
  readonly domain: ScoreDomain;
  readonly ticks: readonly number[];
  readonly strong: QualityEnd;
  readonly weak: QualityEnd;
  readonly marks: readonly QualityMark[];
  readonly hidden: ReadonlySet<QualitySeries>;
  readonly selected: RouterId;
  readonly formatScore: (score: number) => string;
};
