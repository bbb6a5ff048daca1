import type { ReactNode } from "react";
import { useAnalysis } from "@/components/explore/state/explorer-context";
import { type BenchmarkId, isBenchmarkId } from "@/lib/domain/benchmark";
import { PairNote } from "./pair-note";

const BROKEN = (
  <>
    In high-school mathematics the published outcomes are wrong: they credit the strong model with 3&nbsp;% of 270
    questions and the weak one with 32&nbsp;%, because the strong model's answers were misread when they were marked. A
    router judged on MMLU as recorded is rewarded for calling maths easy.
  </>
);

const NOTES: Readonly<Record<BenchmarkId, { readonly title: string; readonly text: ReactNode }>> = {
  mmlu: {
    title: "MMLU as recorded has one broken subject.",
    text: <>{BROKEN} The audited tab leaves those questions out; no router here was trained on them.</>,
  },
  "mmlu-audited": {
    title: "MMLU without its one broken subject.",
    text: <>{BROKEN} These questions are left out here and were never trained on; everything else is the same.</>,
  },
  gsm8k: {
    title: "Grade-school word problems, one kind of question.",
    text: (
      <>
        A router can only gain by telling hard problems from easy ones, and within one kind that is hard: prompt length
        alone goes a long way, and no router here was trained on any of these questions.
      </>
    ),
  },
  "mt-bench": {
    title: "72 open questions, each answer rated from 1 to 10 by a judge model.",
    text: (
      <>
        One question moves a curve by more than one per cent, so the steps are real and the intervals wide: read trends
        here, not decimals. No router here was trained on any of these questions.
      </>
    ),
  },
};

/** What a reader must know of a benchmark before trusting its curve. */
export function BenchmarkNote() {
  const { table, pair } = useAnalysis();
  if (pair !== null) return <PairNote pair={pair} />;
  if (!isBenchmarkId(table.benchmark)) return null;
  const { title, text } = NOTES[table.benchmark];
  return (
    <aside aria-label="About this benchmark" className="mt-3 border-l-3 border-line-strong pl-3 text-sm text-muted">
      <p className="max-w-[90ch]">
        <strong className="font-semibold text-text">{title}</strong> {text}
      </p>
    </aside>
  );
}
