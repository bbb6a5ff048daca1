import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BROKEN_SUBJECT } from "@/lib/domain/benchmark";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { PAPER_PAIR } from "@/lib/domain/model-pair";
import { createRandom } from "@/lib/math/seeded-random";
import { randomOutcomes } from "./random-outcomes";

const SCHEMA_VERSION = 1;

/** A benchmark's columns, made up or read by a test. */
export type SmallBenchmark = {
  readonly ids: readonly string[];
  readonly strong: readonly number[];
  readonly weak: readonly number[];
  readonly winRates: readonly number[];
};

/** n made-up questions `q0`, `q1` …; the last is of the broken subject, and the first two were trained on. */
export function smallBenchmark(questions: number, seed: number): SmallBenchmark {
  return { ids: Array.from({ length: questions }, (_, index) => `q${index}`), ...randomOutcomes(questions, seed) };
}

/** Writes artifacts for command-line tests into a new folder: one benchmark as MMLU, and a calibration sample of 200. */
export async function writeSmallArtifacts(benchmark: SmallBenchmark): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "routellm-artifacts-"));
  await mkdir(join(directory, "benchmarks"));
  const { ids, strong, weak, winRates } = benchmark;
  const everyRouter = (column: readonly number[]) => forEveryRouter(() => column);
  const artifact = {
    schemaVersion: SCHEMA_VERSION,
    benchmark: "mmlu",
    strongModel: PAPER_PAIR.strong,
    weakModel: PAPER_PAIR.weak,
    categories: ["astronomy", BROKEN_SUBJECT],
    ids,
    category: ids.map((_, index) => (index === ids.length - 1 ? 1 : 0)),
    strong,
    weak,
    trained: [0, 1],
    winRates: everyRouter(winRates),
    publishedPoints: [],
  };
  await writeFile(join(directory, "benchmarks", "mmlu.json"), JSON.stringify(artifact));
  const sample = Array.from({ length: 200 }, createRandom(1));
  const calibration = {
    schemaVersion: SCHEMA_VERSION,
    sources: [{ name: "made up", prompts: sample.length }],
    characters: sample.map(() => 10),
    winRates: everyRouter(sample),
  };
  await writeFile(join(directory, "calibration.json"), JSON.stringify(calibration));
  return directory;
}
