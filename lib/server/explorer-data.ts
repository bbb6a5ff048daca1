import "server-only";
import type { BenchmarkId } from "@/lib/domain/benchmark";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { clearestView } from "@/lib/explorer/clearest-view";
import { routerGuidance } from "@/lib/explorer/guidance";
import { figuresArtifactSchema } from "@/lib/schemas/figures-artifact";
import { readArtifact } from "@/lib/storage/read-artifact";
import { getAlternatives } from "./alternatives";
import { oncePerArtifacts } from "./once-per-artifacts";
import { readOwnSamplesOfShipped } from "./own-samples";
import { keepShippedCalibrations } from "./page-calibrations";
import { routerFacts } from "./router-facts";
import { getManifest, getSpeedMeasurement } from "./served-artifacts";
import { weightsDigest } from "./weights-digest";

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
