import { join } from "node:path";
import { normalizePrompt } from "@/lib/datasets/normalize-prompt";
import { readCorrectnessBenchmark } from "@/lib/datasets/read-benchmark";
import { readGoldenTable } from "@/lib/datasets/read-golden-table";
import { openDataFolder } from "@/lib/datasets/sources/open-data-folder";
import type { ModelPair } from "@/lib/domain/model-pair";
import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import { RoutingError } from "@/lib/domain/routing-error";
import { percentileInterval } from "@/lib/evaluation/bootstrap-gap-recovered";
import { farPairs } from "@/lib/evaluation/far-pairs";
import { BOOTSTRAP_RESAMPLES } from "@/lib/evaluation/gap-recovered-intervals";
import { pairsGapRecovered } from "@/lib/evaluation/pairs-gap-recovered";
import { rankQuestions } from "@/lib/evaluation/rank-questions";
import { createRandom } from "@/lib/math/seeded-random";
import { readBenchmarkArtifact } from "@/lib/storage/read-benchmark-artifact";

/** The benchmark whose questions many models answered, and the table of their answers. */
const BENCHMARK = "gsm8k";
const TABLE = "gsm8k-44-models";

type Interval = readonly [number, number] | null;

/** What `evaluate-pairs --json` prints. */
export type PairsReport = {
  readonly benchmark: typeof BENCHMARK;
  readonly questions: number;
  /** Models that answered all of these questions. */
  readonly models: number;
  readonly minimumGap: number;
  /** By descending gap. */
  readonly pairs: readonly ModelPair[];
  readonly routers: Readonly<
    Record<string, { readonly apgr: number; readonly overLength: number; readonly interval: Interval }>
  >;
};

/**
 * The routers on other pairs of models than the one they were trained for: win rates from the artifacts, outcomes from the
 * data folder, which is read for measuring alone. `overLength` is the mean APGR less that of prompt length, `interval`
 * its 95 % interval (bootstrap over questions, both on the same ones).
 * @throws RoutingError on an unusable artifact or data folder, or if no pair is that far apart.
 */
export async function evaluatePairs(options: {
  artifactsDirectory: string;
  dataDirectory: string;
  minimumGap: number;
}): Promise<PairsReport> {
  const { minimumGap } = options;
  const artifact = await readBenchmarkArtifact(options.artifactsDirectory, BENCHMARK);
  const table = await readTable(options.dataDirectory, {
    strong: artifact.strongModel,
    weak: artifact.weakModel,
  });
  const rows = artifact.ids.flatMap((id, index) => {
    const scores = table.get(id);
    return scores === undefined ? [] : { index, scores };
  });
  // A model that was not asked everything would be compared with the others on other questions.
  const models = [...new Set(rows.flatMap(({ scores }) => [...scores.keys()]))]
    .filter((model) => rows.every((row) => row.scores.has(model)))
    .sort();
  const scores = models.map((model) => Float64Array.from(rows, (row) => row.scores.get(model) ?? Number.NaN));
  const pairs = farPairs({ scores, minimumGap });
  if (pairs.length === 0) {
    throw new RoutingError({
      code: "invalid_argument",
      parameter: "--minimum-gap",
      message: `No two models of ${TABLE} are ${minimumGap} apart on the questions that count; ask for a smaller gap.`,
    });
  }
  // Only the order of the questions is read of a ranking; outcomes differ from pair to pair.
  const none = rows.map(() => 0);
  const rankings = ROUTER_IDS.map((router) =>
    rankQuestions({
      winRates: rows.map(({ index }) => artifact.winRates[router][index] ?? 0),
      strong: none,
      weak: none,
    }),
  );
  const measured = pairsGapRecovered({
    rankings,
    scores,
    pairs,
    resamples: BOOTSTRAP_RESAMPLES,
    random: createRandom(2024),
  });
  const ofRouter = (id: RouterId) => measured[ROUTER_IDS.indexOf(id)] ?? { mean: 0, resampled: new Float64Array(0) };
  const length = ofRouter("length");
  return {
    benchmark: BENCHMARK,
    questions: rows.length,
    models: models.length,
    minimumGap,
    pairs: pairs.map(({ strong, weak }) => ({ strong: models[strong] ?? "", weak: models[weak] ?? "" })),
    routers: Object.fromEntries(
      ROUTER_IDS.map((id) => {
        const { mean, resampled } = ofRouter(id);
        const differences = resampled.map((value, resample) => value - (length.resampled[resample] ?? 0));
        return [id, { apgr: mean, overLength: mean - length.mean, interval: percentileInterval(differences) }];
      }),
    ),
  };
}

/** Every model's scores by the benchmark's own question ids: the table has other ids but the same text. */
async function readTable(directory: string, pair: ModelPair): Promise<Map<string, ReadonlyMap<string, number>>> {
  const folder = await openDataFolder(directory);
  const file = folder.golden.find(({ name }) => name === TABLE);
  if (file === undefined) {
    throw new RoutingError({
      code: "not_found",
      parameter: "--data",
      message: `${directory} has no golden/${TABLE}.jsonl.gz, the outcomes of other models; name a data folder that has it.`,
    });
  }
  const questions = await readCorrectnessBenchmark(join(directory, "benchmarks", `${BENCHMARK}.jsonl.gz`), pair);
  const rows = await readGoldenTable(join(directory, file.path));
  const scoresByText = new Map(rows.map(({ prompt, scores }) => [normalizePrompt(prompt), scores]));
  return new Map(
    questions.flatMap(({ id, prompt }) => {
      const scores = scoresByText.get(normalizePrompt(prompt));
      return scores === undefined ? [] : [[id, scores] as const];
    }),
  );
}
