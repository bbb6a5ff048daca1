import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { DataReport } from "@/lib/schemas/artifacts/data-report-artifact";
import { brokenSubjectFinding, contaminationFinding } from "@/lib/view/about/data-findings";
import { formatCount } from "@/lib/view/shared/format";

const TEXT = "max-w-[70ch] text-sm leading-6";
const CODE = "bg-surface-2 px-1 py-0.5 font-mono text-[0.8125rem] [overflow-wrap:anywhere]";

/** What was kept out of training, and how it was found. */
export function ContaminationPanel({ found }: { readonly found: DataReport["contamination"] }) {
  return (
    <Card level={3} title="Left out as contamination">
      <p className={TEXT}>{contaminationFinding(found)}</p>
      <p className={`${TEXT} mt-2`}>
        Questions that the public release itself marks as contaminated are dropped from the benchmarks, and the sampled
        MMLU questions, with every copy of them, from what is measured.
      </p>
      {found.copies.length === 0 ? null : (
        <Disclosure summary="Ids of the rows found beyond the marked ones" className="mt-2">
          <p className="text-sm text-muted [overflow-wrap:anywhere]">{found.copies.join(", ")}</p>
        </Disclosure>
      )}
    </Card>
  );
}

type AuditPanelProps = {
  readonly subject: { readonly questions: number; readonly strong: number; readonly weak: number };
};

/** Why there is an audited MMLU beside the recorded one. */
export function AuditPanel({ subject }: AuditPanelProps) {
  return (
    <Card level={3} title="Why there are two MMLUs">
      <p className={TEXT}>
        {brokenSubjectFinding(subject)} No model does that: the strong model’s answers were misread when they were
        marked. A router judged on MMLU as recorded is rewarded for calling maths easy, so none is trained on this
        subject.
      </p>
      <p className={`${TEXT} mt-2`}>
        <strong>MMLU</strong> is the benchmark as published, to compare with the paper. <strong>MMLU audited</strong>{" "}
        leaves these {formatCount(subject.questions)} questions out and changes nothing else: trust this one.
      </p>
    </Card>
  );
}

type ReproducibilityPanelProps = {
  /** Day of training, YYYY-MM-DD. */
  readonly date: string;
  readonly seed: number;
  readonly files: number;
};

/** How to get the same figures, and where they differ from the public code on purpose. */
export function ReproducibilityPanel({ date, seed, files }: ReproducibilityPanelProps) {
  return (
    <Card level={3} title="Reproducing it">
      <p className={TEXT}>
        The same data and seed give the same bytes: these {formatCount(files)} files were made on{" "}
        <time dateTime={date}>{date}</time> with seed {seed}, are listed with their SHA-256 in{" "}
        <code className={CODE}>manifest.json</code>, and are checked at every start.
      </p>
      <ul className={`${TEXT} mt-2 list-disc space-y-1 pl-5`}>
        <li>
          <code className={CODE}>npm run routellm -- train --seed {seed} --router bert causal_llm</code> trains all of
          it from a data folder, without <code className={CODE}>--router</code> all but the transformers;{" "}
          <code className={CODE}>evaluate</code> measures, <code className={CODE}>data report</code> counts.
        </li>
        <li>Metrics, thresholds and routers are held to figures that the public implementation itself printed.</li>
      </ul>
      <p className={`${TEXT} mt-2`}>
        <strong>One difference on purpose.</strong> In the public code for SW ranking, a battle between two models of
        one tier is meant to say nothing, yet enters the fit with a column of −log 10 where it should be 0 (a second
        assignment overwrites the first). That drags every win rate towards 0.5. Here such battles say nothing.
      </p>
      <p className={`${TEXT} mt-2`}>
        <strong>Another pair of models?</strong> The win rates of SW ranking and matrix factorization depend on the pair
        they were trained for, so a pair that was not in training gets the ranking of this one: calibrate its threshold
        on your own prompts.
      </p>
    </Card>
  );
}
