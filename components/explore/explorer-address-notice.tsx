"use client";

import { AddressNotice } from "@/components/controls/address-notice";
import { MONEY_READINGS, routerReading, SHARED_READINGS } from "@/components/controls/address-readings";
import { analysisParser } from "@/components/explore/state/analysis-parser";
import { benchmarkParser } from "@/components/explore/state/benchmark-parser";
import { rangeParser, regretParser } from "@/components/explore/state/brush-parsers";
import { SAMPLE_KINDS, sampleParser } from "@/components/explore/state/calibration-sample";
import { useExplorer, useExplorerStore } from "@/components/explore/state/explorer-context";
import { pinParser } from "@/components/explore/state/pin-parser";
import { useView } from "@/components/explore/state/view-provider";
import { VIEW_IDS, VIEW_INFO } from "@/lib/domain/benchmark";
import { REGRETS } from "@/lib/evaluation/regret";
import type { BenchmarkAnalysis } from "@/lib/view/explore/analysis";
import { type AddressReading, quoted, unusableInWords } from "@/lib/view/shared/address-problem";

const pin: AddressReading = {
  parse: pinParser.parse,
  but: "a pinned point is named like router-mf-0.11593",
  shown: "nothing is pinned",
};

const READINGS = {
  ...SHARED_READINGS,
  ...MONEY_READINGS,
  calibrated: {
    parse: sampleParser.parse,
    but: `α is calibrated on one of ${SAMPLE_KINDS.join(", ")}`,
    shown: "α is calibrated on this benchmark",
  },
  regret: { parse: regretParser.parse, but: `that is one of ${REGRETS.join(", ")}`, shown: "all questions are shown" },
  range: {
    parse: rangeParser.parse,
    but: "a range of win rates is like 0.55-0.6",
    shown: "all questions are shown",
  },
  a: pin,
  b: pin,
  analysis: {
    parse: analysisParser.parse,
    but: "there is no such tab",
    shown: "gains and losses are shown",
  },
} satisfies Readonly<Record<string, AddressReading>>;

/** What only the opened questions can tell: whether there are such models, such a category and such a question. */
function problemsIn(
  { table, routers, pair }: BenchmarkAnalysis,
  { category, question }: { readonly category: string | null; readonly question: string | null },
): readonly string[] {
  const { label } = VIEW_INFO[table.benchmark];
  // The audited MMLU still knows the name of the subject that it leaves out.
  const isThere = category === null || (routers.length.sums.questions[table.categories.indexOf(category)] ?? 0) > 0;
  const unknown = (key: string, value: string, what: string): string =>
    unusableInWords({
      says: `${key}=${quoted(value)}`,
      but: `${label} has no such ${what}`,
      shown: `no ${what} is opened`,
    });
  return [
    pair?.problem ?? null,
    isThere || category === null ? null : unknown("category", category, "category"),
    question === null || table.ids.includes(question) ? null : unknown("question", question, "question"),
  ].filter((sentence) => sentence !== null);
}

/** What of the explorer's address cannot be used. */
export function ExplorerAddressNotice() {
  const { opening } = useExplorer().data;
  const { benchmark, problems, brush, question } = useView();
  const loaded = useExplorerStore((state) => state.benchmarks[benchmark]);
  const more = loaded?.status === "ready" ? problemsIn(loaded.analysis, { category: brush.category, question }) : [];
  return (
    <AddressNotice
      readings={{
        ...READINGS,
        router: routerReading(opening.router),
        benchmark: {
          parse: benchmarkParser.parse,
          but: `a benchmark is one of ${VIEW_IDS.join(", ")}`,
          shown: `${VIEW_INFO[opening.benchmark].label} is shown`,
        },
      }}
      more={[...problems, ...more]}
    />
  );
}
