import { categoryLabel } from "@/lib/view/shared/category-label";
import { formatCount, formatCounted, formatPercent, formatThreshold } from "@/lib/view/shared/format";
import type { CategoryRow } from "./category-rows";
import type { MetricRow } from "./metric-rows";
import type { SelectedPoint } from "./selected-point";

/** The finding under the main chart: what the selected router keeps at the slider, beside what blind luck would. */
export function qualityFinding({
  point,
  routerLabel,
  score,
}: {
  readonly point: SelectedPoint;
  readonly routerLabel: string;
  /** The score as shown. */
  readonly score: string;
}): string {
  const { strongShare, recovered } = point;
  const calls = `${formatPercent(strongShare, 1)} strong calls`;
  if (recovered === null) return `At ${calls} ${routerLabel} scores ${score}; both models score the same.`;
  if (strongShare === 0) return `With no strong call every answer is the weak model's: ${score}, nothing of the gap.`;
  if (strongShare === 1) return `With only strong calls every answer is the strong model's: ${score}, all of the gap.`;
  const beyond = gapBeyond(recovered);
  if (beyond !== null)
    return `At ${calls} ${routerLabel} scores ${score}, ${beyond}; random would keep ${formatPercent(strongShare)} of the gap between the two.`;
  return `At ${calls} ${routerLabel} scores ${score} and keeps ${formatPercent(recovered)} of the gap between the two models, where random would keep ${formatPercent(strongShare)}.`;
}

/** A score beyond both models alone keeps no share of the gap between them; null for one within, as it is shown. */
export function gapBeyond(recovered: number): string | null {
  const percent = Math.round(recovered * 100);
  if (percent > 100) return "more than the strong model alone";
  return percent < 0 ? "less than the weak model alone" : null;
}

/** The finding under the histogram. */
export function histogramFinding({
  point,
  questions,
  quartiles,
}: {
  readonly point: SelectedPoint;
  readonly questions: number;
  readonly quartiles: readonly [number, number];
}): string {
  const calls = Math.round(point.strongShare * questions);
  return `α = ${formatThreshold(point.threshold)} sends ${formatCount(calls)} of ${formatCounted(questions, "question")} to the strong model; half of all win rates lie between ${quartiles[0].toFixed(3)} and ${quartiles[1].toFixed(3)}.`;
}

/** Areas closer than this are called equal: no interval here is narrower than seven times as much. */
const TIE = 0.005;

/** The finding over the metrics: the learned routers with the largest area, beside what length alone reaches. */
export function metricsFinding(rows: readonly MetricRow[], label: (row: MetricRow) => string): string {
  const ranked = rows.filter((row) => row.apgr !== null).toSorted((a, b) => (b.apgr ?? 0) - (a.apgr ?? 0));
  const best = ranked[0];
  const length = rows.find((row) => row.router === "length");
  if (best === undefined || length === undefined) return "Both models score the same here, so there is no gap to keep.";
  const leaders = ranked.filter((row) => row.router !== "length" && (best.apgr ?? 0) - (row.apgr ?? 0) < TIE);
  const area =
    leaders.length > 1 && best.router !== "length"
      ? `${leaders.map((row) => `${label(row)} (APGR ${row.apgr?.toFixed(3)})`).join(" and ")} keep most of the gap on average, too close to call between them`
      : `${label(best)} keeps most of the gap on average (APGR ${best.apgr?.toFixed(3)})`;
  if (best.router === "length") return `${area}: no learned router beats prompt length alone here.`;
  const certain = best.apgrInterval[0] > length.apgrInterval[1];
  return `${area}; prompt length alone reaches ${length.apgr?.toFixed(3)}, ${certain ? "clearly less" : "but the two 95 % intervals overlap"}.`;
}

const CATEGORIES_NAMED = 3;

/** The finding over the categories: where the strong calls go, and where they do not. */
export function categoryFinding(rows: readonly CategoryRow[]): string {
  const [only] = rows;
  if (only === undefined) return "No question of this kind at this α.";
  if (rows.length === 1) return `All questions are of one kind: ${categoryLabel(only.category)}.`;
  const ranked = rows.toSorted((a, b) => b.strongShare - a.strongShare || b.meanWinRate - a.meanWinRate);
  if (ranked[0]?.strongShare === ranked.at(-1)?.strongShare) {
    const largest = rows.toSorted((a, b) => b.questions - a.questions).slice(0, CATEGORIES_NAMED);
    const counted = largest.map(({ category, questions }) => `${categoryLabel(category)} (${formatCount(questions)})`);
    return `${formatPercent(ranked[0]?.strongShare ?? 0)} of every category's questions go to the strong model. Most questions: ${counted.join(", ")}.`;
  }
  const name = ({ category, strongShare }: CategoryRow) => `${categoryLabel(category)} (${formatPercent(strongShare)})`;
  const count = Math.min(CATEGORIES_NAMED, Math.floor(rows.length / 2));
  const most = ranked.slice(0, count).map(name).join(", ");
  const least = ranked.slice(-count).reverse().map(name).join(", ");
  return `Most to the strong model: ${most}. Least: ${least}.`;
}
