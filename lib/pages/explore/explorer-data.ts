import type { BenchmarkId } from "@/lib/domain/benchmark";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { weightsDigest } from "@/lib/packing/weights-digest";
import { keepShippedCalibrations } from "@/lib/pages/shared/page-calibrations";
import { oncePerArtifacts } from "@/lib/runtime/once-per-artifacts";
import { getManifest, getSpeedMeasurement } from "@/lib/runtime/served-artifacts";
import { figuresArtifactSchema } from "@/lib/schemas/artifacts/figures-artifact";
import { getAlternatives } from "@/lib/serving/alternatives";
import { readOwnSamplesOfShipped } from "@/lib/serving/own-samples";
import { routerFacts } from "@/lib/serving/router-facts";
import { readArtifact } from "@/lib/storage/read-artifact";
import { clearestView } from "@/lib/view/explore/clearest-view";
import { routerGuidance } from "@/lib/view/explore/guidance";

/** What is the same for every visitor. */
const getShippedData = oncePerArtifacts(async (directory) => {
  const [figures, manifest, speed] = await Promise.all([
    readArtifact({ directory, path: "figures.json", schema: figuresArtifactSchema }),
    getManifest(),
    getSpeedMeasurement(),
  ]);
  const facts = routerFacts({ figures, manifest, speed });
  const used = manifest.datasets.filter(({ rowsUsed }) => rowsUsed > 0);
  const rows = used.reduce((sum, { rowsUsed }) => sum + rowsUsed, 0);
  const intervalsOf = (benchmark: BenchmarkId) =>
    forEveryRouter((router) => figures.benchmarks[benchmark].routers[router].apgrInterval);
  const decilesOf = (benchmark: BenchmarkId) =>
    forEveryRouter((router) => {
      const { apgr, cpt50, cpt80 } = figures.benchmarks[benchmark].routers[router].deciles;
      return { apgr, cpt50, cpt80 };
    });
  return {
    opening: clearestView(figures.benchmarks),
    intervals: {
      mmlu: intervalsOf("mmlu"),
      "mmlu-audited": intervalsOf("mmlu-audited"),
      gsm8k: intervalsOf("gsm8k"),
      "mt-bench": intervalsOf("mt-bench"),
    },
    deciles: {
      mmlu: decilesOf("mmlu"),
      "mmlu-audited": decilesOf("mmlu-audited"),
      gsm8k: decilesOf("gsm8k"),
      "mt-bench": decilesOf("mt-bench"),
    },
    bootstrapResamples: figures.bootstrapResamples,
    weights: weightsDigest(manifest),
    guidance: {
      facts,
      advice: routerGuidance(facts, { rows, sets: used.length }),
      measured: { date: speed.date, machine: speed.machine },
    },
  };
});

/**
 * What the explorer shows before any benchmark is opened, and what it cannot compute from one: bootstrap intervals,
 * the figures on decile thresholds and win rates on real chat prompts.
 * @throws RoutingError `artifact_unusable` if a file is missing or damaged.
 */
export async function loadExplorerData() {
  const [shipped, calibrations, alternatives, own] = await Promise.all([
    getShippedData(),
    keepShippedCalibrations(),
    getAlternatives(),
    readOwnSamplesOfShipped(),
  ]);
  return { ...shipped, calibrations, ownSamples: Object.fromEntries(own), standIns: [...alternatives.keys()] };
}
