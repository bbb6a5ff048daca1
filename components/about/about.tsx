import { WinRateInHundred } from "@/components/controls/win-rate-in-hundred";
import type { BenchmarkId } from "@/lib/domain/benchmark";
import type { ArtifactManifest } from "@/lib/schemas/artifacts/artifact-manifest";
import type { DataReport } from "@/lib/schemas/artifacts/data-report-artifact";
import type { ReliabilityArtifact } from "@/lib/schemas/artifacts/reliability-artifact";
import type { MeasuredFigures } from "@/lib/view/about/figure-comparison";
import { DataPanel } from "./data-panel";
import { FiguresPanel } from "./figures-panel";
import { ReliabilityPanel } from "./reliability-panel";
import { RouterCards, type TransformerFacts } from "./router-cards";
import { SimilarityPanel } from "./similarity-panel";
import { AuditPanel, ContaminationPanel, ReproducibilityPanel } from "./trust-panels";

type AboutProps = {
  readonly manifest: ArtifactManifest;
  readonly report: DataReport;
  readonly reliability: ReliabilityArtifact;
  /** Share of the audited MMLU's questions on which both models do equally well. */
  readonly ties: number;
  readonly transformers: TransformerFacts;
  readonly measured: MeasuredFigures;
  readonly questions: Readonly<Record<BenchmarkId, number>>;
  readonly brokenSubject: { readonly questions: number; readonly strong: number; readonly weak: number };
};

/** A middling one. */
const EXAMPLE_WIN_RATE = 0.57;
const SECTION = "mt-8 mb-3 font-serif text-xl leading-7 font-semibold";

/** How the routers work, what they reach, and what they were made from. */
export function About(props: AboutProps) {
  const { manifest, report, reliability, ties, transformers, measured, questions, brokenSubject } = props;
  const known = new Set(report.files.map(({ path }) => path));
  return (
    <>
      <ol className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-2 text-sm leading-6 sm:grid-cols-3">
        <li className="border-l-3 border-line-strong pl-3">
          <strong>1. Estimate.</strong> A router reads a prompt and gives a win rate: how it expects the strong model’s
          answer to do against the weak one’s, a tie counting half.
        </li>
        <li className="border-l-3 border-line-strong pl-3">
          <strong>2. Compare.</strong> A win rate of at least α goes to the strong model, everything else to the weak
          one. A higher α is cheaper.
        </li>
        <li className="border-l-3 border-line-strong pl-3">
          <strong>3. Calibrate.</strong> α is read off the win rates of real prompts, so that the share of strong calls
          is the one you can pay for.
        </li>
      </ol>
      <div className="mt-4 max-w-[70ch]">
        <WinRateInHundred router="mf" winRate={EXAMPLE_WIN_RATE} what="For example" />
      </div>

      <h2 className={SECTION}>Four ways to a win rate</h2>
      <RouterCards transformers={transformers} />
      <p className="mt-3 max-w-[80ch] text-sm leading-6 text-muted">
        The examples use made-up numbers and each router’s real arithmetic. Two baselines keep the four honest: prompt
        length, which alone goes a long way, and a random draw for each prompt.
      </p>

      <h2 className={SECTION}>What they reach</h2>
      <FiguresPanel measured={measured} questions={questions} />

      <h2 className={SECTION}>What they were made from</h2>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <DataPanel files={report.files} others={manifest.datasets.filter(({ path }) => !known.has(path))} />
        <SimilarityPanel similarity={report.similarity} />
      </div>

      <h2 className={SECTION}>How far to trust it</h2>
      <ReliabilityPanel reliability={reliability} ties={ties} />
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-3 lg:grid-cols-2">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <AuditPanel subject={brokenSubject} />
          <ContaminationPanel found={report.contamination} />
        </div>
        <ReproducibilityPanel date={manifest.date} seed={manifest.seed} files={manifest.files.length} />
      </div>
    </>
  );
}
