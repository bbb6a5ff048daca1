import type { Embedding } from "@/lib/embeddings/embedder";
import { stringHash } from "@/lib/math/string-hash";
import { unpackRegister, unpackSample } from "@/lib/packing/pack-origins";
import { unpackEmbeddings } from "@/lib/packing/pack-prompt-embeddings";
import type { Heads } from "@/lib/packing/router-heads";
import { roundDown } from "@/lib/packing/win-rate-columns";
import type { BenchmarkArtifacts } from "@/lib/pipelines/score-benchmarks";
import type { BenchmarkArtifact } from "@/lib/schemas/artifacts/benchmark-artifact";
import type { CalibrationArtifact } from "@/lib/schemas/artifacts/calibration-artifact";
import type { OriginsArtifact } from "@/lib/schemas/artifacts/origins-artifact";
import type { PromptEmbeddingsArtifact } from "@/lib/schemas/artifacts/prompt-embeddings-artifact";
import { readBenchmarkArtifact } from "@/lib/storage/read-benchmark-artifact";
import { readCalibrationArtifact } from "@/lib/storage/read-calibration-artifact";

const FOLDS = 5;
const FOLD_SEED = 7;

/** Questions between two reports. */
const BATCH = 500;

/** The shipped benchmarks with the two columns of win rates that a refit changes. */
export async function rescoreBenchmarks(options: {
  directory: string;
  embeddings: PromptEmbeddingsArtifact;
  heads: Heads;
  report: (share: number) => void;
}): Promise<BenchmarkArtifacts> {
  const { directory, embeddings, heads, report } = options;
  const names = ["mmlu", "gsm8k", "mt-bench"] as const;
  const total = names.reduce((sum, name) => sum + embeddings[name].groups.length, 0);
  let done = 0;
  const column = (head: (embedding: Embedding) => number, prompts: readonly Embedding[]): number[] =>
    prompts.map((embedding) => {
      if (++done % BATCH === 0) report(done / (2 * total));
      return roundDown(head(embedding));
    });
  const rescored = async (name: (typeof names)[number]): Promise<BenchmarkArtifact> => {
    const benchmark = await readBenchmarkArtifact(directory, name);
    const prompts = unpackEmbeddings(embeddings[name]);
    const winRates = {
      ...benchmark.winRates,
      mf: column(heads.mf, prompts),
      sw_ranking: column(heads.sw_ranking, prompts),
    };
    return { ...benchmark, winRates };
  };
  return { mmlu: await rescored("mmlu"), gsm8k: await rescored("gsm8k"), "mt-bench": await rescored("mt-bench") };
}

/**
 * The shipped calibration sample with win rates by routers that were refitted without the prompt: without the battles on
 * it, in folds, as the shipped sample was.
 * @param options.fitWithout fits without some rows of `sw_ranking`.
 */
export async function rescoreCalibration(options: {
  directory: string;
  embeddings: PromptEmbeddingsArtifact;
  origins: OriginsArtifact;
  fitWithout: (rows: ReadonlySet<number>, fold: number) => Heads;
  report: (share: number) => void;
}): Promise<CalibrationArtifact> {
  const { directory, origins, fitWithout, report } = options;
  const calibration = await readCalibrationArtifact(directory);
  const prompts = unpackEmbeddings(options.embeddings.calibration);
  const rowsOf = rowsByOrigin(origins);
  const names = unpackSample(origins).origins.map(({ source, id }) => `${source} ${id}`);
  const mf = new Array<number>(prompts.length).fill(0);
  const similarity = new Array<number>(prompts.length).fill(0);
  for (let fold = 0; fold < FOLDS; fold++) {
    report(fold / FOLDS);
    const held = names.flatMap((name, index) => (stringHash(name, FOLD_SEED) % FOLDS === fold ? [index] : []));
    const heads = fitWithout(new Set(held.flatMap((index) => rowsOf.get(names[index] ?? "") ?? [])), fold);
    for (const index of held) {
      const embedding = prompts[index];
      if (embedding === undefined) continue;
      mf[index] = roundDown(heads.mf(embedding));
      similarity[index] = roundDown(heads.sw_ranking(embedding));
    }
  }
  return { ...calibration, winRates: { ...calibration.winRates, mf, sw_ranking: similarity } };
}

/** Rows of `sw_ranking` with a battle on a prompt, by the prompt's source and id. */
function rowsByOrigin(origins: OriginsArtifact): ReadonlyMap<string, readonly number[]> {
  const register = unpackRegister(origins);
  const rows = new Map<string, number[]>();
  for (let row = 0; row < register.rows; row++) {
    for (const { source, id } of register.battlesOf(row)) {
      const key = `${source} ${id}`;
      rows.set(key, [...(rows.get(key) ?? []), row]);
    }
  }
  return rows;
}
