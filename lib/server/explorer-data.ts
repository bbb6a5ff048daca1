import "server-only";
import { BENCHMARK_IDS, type BenchmarkId } from "@/lib/domain/benchmark";
import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import { clearestView } from "@/lib/explorer/clearest-view";
import { calibrationArtifactSchema } from "@/lib/schemas/calibration-artifact";
import { figuresArtifactSchema } from "@/lib/schemas/figures-artifact";
import { readArtifact } from "@/lib/storage/read-artifact";
import { readEnv } from "./env";

type Interval = readonly [number, number];

/**
 * What the explorer shows before any benchmark is opened, and what it cannot compute from one: bootstrap intervals and
 * win rates on real chat prompts.
 * @throws RoutingError `artifact_unusable` if a file is missing or damaged.
 */
export async function loadExplorerData() {
  const directory = readEnv().artifactsDirectory;
  const [figures, calibration] = await Promise.all([
    readArtifact({ directory, path: "figures.json", schema: figuresArtifactSchema }),
    readArtifact({ directory, path: "calibration.json", schema: calibrationArtifactSchema }),
  ]);
  const intervals = Object.fromEntries(
    BENCHMARK_IDS.map((benchmark) => {
      const { routers } = figures.benchmarks[benchmark];
      return [benchmark, Object.fromEntries(ROUTER_IDS.map((router) => [router, routers[router].apgrInterval]))];
    }),
  ) as Record<BenchmarkId, Record<RouterId, Interval>>;
  return {
    opening: clearestView(figures.benchmarks),
    intervals,
    bootstrapResamples: figures.bootstrapResamples,
    chatWinRates: calibration.winRates,
  };
}
