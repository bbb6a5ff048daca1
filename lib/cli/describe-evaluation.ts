import { BENCHMARK_INFO } from "@/lib/domain/benchmark";
import { BOOTSTRAP_RESAMPLES, gapRecoveredIntervals } from "@/lib/evaluation/gap-recovered-intervals";
import { savingAgainstRandom } from "@/lib/evaluation/savings";
import type { BenchmarkEvaluation } from "@/lib/pipelines/evaluate-benchmark";
import { formatTable } from "./format-table";

const NONE = "–";

const fixed = (value: number | null, decimals: number, suffix = ""): string =>
  value === null ? NONE : `${value.toFixed(decimals)}${suffix}`;
const percent = (share: number | null): string => fixed(share === null ? null : 100 * share, 2, " %");

/** An evaluation for people: what was measured, then a table with a line for each router. */
export function describeEvaluation({ report, rankings, trained }: BenchmarkEvaluation): string[] {
  const { benchmark, questions, strong, weak, routers } = report;
  const { label, unit } = BENCHMARK_INFO[benchmark];
  const score = (value: number): string => (unit === "accuracy" ? percent(value) : value.toFixed(4));
  const measured = gapRecoveredIntervals([...rankings.values()]);
  const intervals = new Map([...rankings.keys()].map((id, index) => [id, measured[index] ?? null]));
  const rows = Object.entries(routers).map(([id, { auc, apgr, cpt20, cpt50, cpt80 }]) => {
    const interval = intervals.get(id) ?? null;
    return [
      id,
      fixed(apgr, 4),
      interval === null ? NONE : `${interval[0].toFixed(3)} to ${interval[1].toFixed(3)}`,
      percent(cpt20),
      percent(cpt50),
      percent(cpt80),
      score(auc),
      fixed(savingAgainstRandom({ recovered: 0.5, strongShare: cpt50 }), 2, "×"),
      fixed(savingAgainstRandom({ recovered: 0.8, strongShare: cpt80 }), 2, "×"),
    ];
  });
  const head = ["router", "APGR", "95 %", "CPT20", "CPT50", "CPT80", "AUC", "saving 50", "saving 80"];
  return [
    `${label}: ${questions} questions, strong ${score(strong)}, weak ${score(weak)}`,
    "",
    ...formatTable([head, ...rows]),
    "",
    `95 %: bootstrap interval of the full curve's APGR over questions (${BOOTSTRAP_RESAMPLES.toLocaleString("en-US")} resamples).`,
    "saving: how many times more strong calls random routing needs for the same part of the gap.",
    ...(trained > 0 && Object.keys(routers).length > 1
      ? [`The learned routers were trained on ${trained} of these questions: their figures here flatter them.`]
      : []),
  ];
}
