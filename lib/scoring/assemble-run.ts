import { join } from "node:path";
import type { RouterId } from "@/lib/domain/router-id";
import { assembleResult, type ComparedSample } from "@/lib/runs/assemble-result";
import type { AssembleTask } from "@/lib/runs/thread-task";
import { activeArtifactsDirectory } from "@/lib/runtime/active-artifacts";
import { readEnv } from "@/lib/runtime/env";
import { getAlternatives } from "@/lib/serving/alternatives";
import { readBenchmarkArtifact } from "@/lib/storage/read-benchmark-artifact";
import { readCalibrationArtifact } from "@/lib/storage/read-calibration-artifact";

const BENCHMARKS = ["mmlu", "gsm8k", "mt-bench"] as const;

/** The result of a run, held against each benchmark and the chat prompts of the training, as the artifacts have them. */
export async function assembleRun(task: AssembleTask): Promise<void> {
  const { stateDirectory } = readEnv();
  const artifactsDirectory = activeArtifactsDirectory();
  // What the shipped router said of a benchmark says nothing of one that stands in for it.
  const replaced = await getAlternatives();
  const shipped = task.routers.filter((router) => !replaced.has(router));
  const sampleOf = (name: string, winRates: Readonly<Record<RouterId, readonly number[]>>): ComparedSample => ({
    name,
    winRates: new Map(shipped.map((router) => [router, winRates[router]])),
  });
  const benchmarks = BENCHMARKS.map(async (name) =>
    sampleOf(name, (await readBenchmarkArtifact(artifactsDirectory, name)).winRates),
  );
  const training = readCalibrationArtifact(artifactsDirectory).then(({ winRates }) => sampleOf("training", winRates));
  const samples = await Promise.all([...benchmarks, training]);
  await assembleResult({ directory: join(stateDirectory, "runs"), task, samples });
}
