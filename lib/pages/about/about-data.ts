import { type BenchmarkId, BROKEN_SUBJECT } from "@/lib/domain/benchmark";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { mean } from "@/lib/math/moments";
import { oncePerArtifacts } from "@/lib/runtime/once-per-artifacts";
import { GET_BENCHMARK, getManifest } from "@/lib/runtime/served-artifacts";
import { dataReportArtifactSchema } from "@/lib/schemas/artifacts/data-report-artifact";
import { figuresArtifactSchema } from "@/lib/schemas/artifacts/figures-artifact";
import { reliabilityArtifactSchema } from "@/lib/schemas/artifacts/reliability-artifact";
import { transformersArtifactSchema } from "@/lib/schemas/artifacts/transformers-artifact";
import { readArtifact } from "@/lib/storage/read-artifact";
import { TRANSFORMER_SHAPE } from "@/lib/training/transformer/transformer-recipe";
import type { MeasuredFigures } from "@/lib/view/about/figure-comparison";

/**
 * Everything the page about the method and the data shows, made once; no data folder is needed.
 * @throws RoutingError `artifact_unusable` if a file is missing or damaged.
 */
export const loadAboutData = oncePerArtifacts(async (directory) => {
  const [manifest, figures, report, reliability, transformers, mmlu] = await Promise.all([
    getManifest(),
    readArtifact({ directory, path: "figures.json", schema: figuresArtifactSchema }),
    readArtifact({ directory, path: "data-report.json", schema: dataReportArtifactSchema }),
    readArtifact({ directory, path: "reliability.json", schema: reliabilityArtifactSchema }),
    readArtifact({ directory, path: "transformers.json", schema: transformersArtifactSchema }),
    GET_BENCHMARK.mmlu(),
  ]);
  const measuredOn = (benchmark: BenchmarkId) =>
    forEveryRouter((router) => {
      const { full, deciles } = figures.benchmarks[benchmark].routers[router];
      return { ...full, deciles };
    });
  const measured: MeasuredFigures = {
    mmlu: measuredOn("mmlu"),
    "mmlu-audited": measuredOn("mmlu-audited"),
    gsm8k: measuredOn("gsm8k"),
    "mt-bench": measuredOn("mt-bench"),
  };
  const questionsOf = (benchmark: BenchmarkId) => figures.benchmarks[benchmark].questions;
  const broken = mmlu.categories.indexOf(BROKEN_SUBJECT);
  const inBroken = (scores: readonly number[]) => scores.filter((_, row) => mmlu.category[row] === broken);
  const audited = mmlu.strong.flatMap((strong, row) =>
    mmlu.category[row] === broken ? [] : [strong - (mmlu.weak[row] ?? 0)],
  );
  return {
    manifest,
    report,
    reliability,
    /** Share of the audited MMLU's questions on which both models do equally well. */
    ties: mean(audited.map((difference) => (difference === 0 ? 1 : 0))),
    /** What the two transformers trained here are; `positions` as their files say. */
    transformers: { ...TRANSFORMER_SHAPE, positions: transformers.bert.positions },
    measured,
    questions: {
      mmlu: questionsOf("mmlu"),
      "mmlu-audited": questionsOf("mmlu-audited"),
      gsm8k: questionsOf("gsm8k"),
      "mt-bench": questionsOf("mt-bench"),
    },
    /** What the recorded outcomes say of the subject that the audited MMLU leaves out. */
    brokenSubject: {
      questions: inBroken(mmlu.strong).length,
      strong: mean(inBroken(mmlu.strong)),
      weak: mean(inBroken(mmlu.weak)),
    },
  };
});
