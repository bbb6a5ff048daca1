import type { OnBadRow } from "@/lib/datasets/prompts/bad-rows";
import { PAPER_PAIR } from "@/lib/domain/model-pair";
import { createGatedEncoder } from "@/lib/embeddings/gated-encoder";
import { createSessionPool } from "@/lib/inference/session-pool";
import { createRandom } from "@/lib/math/seeded-random";
import { packEncoder } from "@/lib/packing/pack-encoder";
import { packOrigins } from "@/lib/packing/pack-origins";
import { packEmbeddings } from "@/lib/packing/pack-prompt-embeddings";
import { packMatrixFactorization, packSimilarityWeighted } from "@/lib/packing/pack-routers";
import { scaleColumns, scaleRouters } from "@/lib/packing/scale-routers";
import { openTransformers, TRANSFORMER_PATHS } from "@/lib/packing/transformer-artifacts";
import { createRouters } from "@/lib/routers/registry";
import type { ArtifactManifest } from "@/lib/schemas/artifacts/artifact-manifest";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifacts/artifact-version";
import type { PromptEmbeddingsArtifact } from "@/lib/schemas/artifacts/prompt-embeddings-artifact";
import { assertReplaceable } from "@/lib/storage/replaceable-directory";
import { writeArtifacts } from "@/lib/storage/write-artifacts";
import { assembleBattles } from "@/lib/training/assemble-battles";
import { assignTiers } from "@/lib/training/assign-tiers";
import { fitGatedEncoder } from "@/lib/training/columns/fit-gated-encoder";
import type { ReportStep } from "@/lib/training/columns/training-steps";
import { fitRouters } from "@/lib/training/fit-routers";
import { registerBattles } from "@/lib/training/register-battles";
import { promptOrigins } from "@/lib/training/sources/prompt-origins";
import { rateModels } from "@/lib/training/sources/rate-models";
import { realOutcomes } from "@/lib/training/sources/real-outcomes";
import { teachPrompts } from "@/lib/training/transformer/teach-prompts";
import { foldsOf, heldOutPrompts } from "./held-out-prompts";
import { measureFigures } from "./measure-figures";
import { measureReliability } from "./measure-reliability";
import { calibrationSample, chatSources } from "./pack-calibration-sample";
import { readTrainingData } from "./read-training-data";
import { describeData } from "./report-data";
import { scoreBenchmarks } from "./score-benchmarks";
import { embedAsNew, type HeldOutPrompt, scoreHeldOut } from "./score-held-out";
import { assertComplete, type TransformerPlan, transformersByPlan } from "./transformer-plan";

/** Tiers that models are cut into, as in the paper. */
const TIER_COUNT = 10;

/** What training writes, beside the manifest. */
const ARTIFACT_PATHS = [
  "encoder.json",
  "sw-ranking.json",
  "mf.json",
  "length.json",
  ...TRANSFORMER_PATHS,
  "benchmarks/mmlu.json",
  "benchmarks/gsm8k.json",
  "benchmarks/mt-bench.json",
  "calibration.json",
  "origins.json",
  "reliability.json",
  "figures.json",
  "data-report.json",
  "prompt-embeddings.json",
] as const;

/**
 * The whole of training: a data folder in, a set of artifacts out. The same data and seed give the same files but for
 * the manifest's date; the old artifacts stay as they are unless everything went well.
 * @param options.date YYYY-MM-DD.
 * @param options.onBadRow hears of each malformed row; without it the first one ends the training before it began.
 * @param options.transformers which of them to train too: that takes half an hour, the rest a few minutes.
 * @param options.report hears of each step as it begins.
 * @throws RoutingError on unusable data or a folder that cannot be written.
 */
export async function trainRouters(options: {
  dataDirectory: string;
  /** Files of battles on top of the folder's, such as an export of votes. */
  battleFiles?: readonly string[];
  artifactsDirectory: string;
  seed: number;
  date: string;
  onBadRow?: OnBadRow;
  transformers: TransformerPlan;
  report: ReportStep;
}): Promise<ArtifactManifest> {
  const { seed, report } = options;
  await assertReplaceable({ directory: options.artifactsDirectory, paths: ARTIFACT_PATHS });
  const pool = createSessionPool();
  const open = { directory: options.artifactsDirectory, pool };
  // Before anything long: a fault in a file that stays must not cost an hour.
  if (options.transformers.kept !== undefined) await openTransformers(options.transformers.kept, open);
  assertComplete(options.transformers);
  // One stream for each purpose, so that a change in one leaves the others' draws as they are.
  const randomFor = (purpose: number) => createRandom(seed * 1000 + purpose);
  report("reading data, leaving benchmark questions out");
  const reading = options.onBadRow === undefined ? {} : { onBadRow: options.onBadRow };
  const { dataDirectory: directory, battleFiles = [] } = options;
  const loaded = await readTrainingData({ directory, battleFiles, pair: PAPER_PAIR, random: randomFor(1), ...reading });
  // Before anything long: it reads files that training does not, and a fault in one must not cost an hour.
  report("similarity of benchmarks and training data");
  const dataReport = await describeData({ directory, battleFiles, loaded, ...reading, report: () => {} });
  const { training: data } = loaded;
  const ratings = rateModels(data);
  const ratingOf = new Map(ratings.map(({ model, rating }) => [model, rating]));
  const encoderFit = fitGatedEncoder({ data, ratings: ratingOf, random: randomFor(2), report });
  report("routers");
  const modelTiers = assignTiers(ratings, TIER_COUNT);
  const battles = assembleBattles({ data, encoder: encoderFit, random: randomFor(3) });
  const fit = { battles, pair: data.pair, modelTiers, tierCount: TIER_COUNT };
  const weights = fitRouters({ ...fit, random: randomFor(4) });
  const transformerArtifacts = await transformersByPlan(options.transformers, {
    seed,
    teach: () => teachPrompts({ data, encoderFit, weights: weights.mf, random: randomFor(6) }),
    open,
    report: (share) => report("transformers", share),
  });
  const transformers = await openTransformers(transformerArtifacts, open);
  const encoder = createGatedEncoder(encoderFit.weights);
  report("scoring held-out prompts");
  const heldOut = heldOutPrompts({ encoderFit, random: randomFor(5) });
  const winRates = await scoreHeldOut({ ...fit, prompts: heldOut, encoder, transformers, randomFor });
  const outcomes = realOutcomes(data);
  const reliability = measureReliability({ outcomes, winRates, folds: foldsOf(outcomes, heldOut) });
  const chat = chatSources(encoderFit.preferences);
  const calibration = calibrationSample({ sources: chat, winRates: scaleColumns(winRates, reliability) });
  const origins = promptOrigins(data);
  report("scoring benchmarks");
  const routers = scaleRouters(createRouters({ weights, pair: data.pair, encoder, transformers }), reliability);
  const benchmarks = await scoreBenchmarks({ ...loaded, routers, pair: data.pair });
  report("bootstrap of the figures");
  const figures = measureFigures(benchmarks);
  const embedded = async (questions: readonly { readonly prompt: string }[]) =>
    packEmbeddings(await encoder.embedBatch(questions.map(({ prompt }) => prompt)));
  const sample: HeldOutPrompt[] = chat.flatMap(({ prompts }) => prompts);
  const embeddings: PromptEmbeddingsArtifact = {
    schemaVersion: ARTIFACT_SCHEMA_VERSION,
    mmlu: await embedded(loaded.benchmarks.mmlu),
    gsm8k: await embedded(loaded.benchmarks.gsm8k),
    "mt-bench": await embedded(loaded.benchmarks["mt-bench"]),
    calibration: packEmbeddings((await embedAsNew(sample, encoder)).map(({ embedding }) => embedding)),
  };
  const files: Readonly<Record<(typeof ARTIFACT_PATHS)[number], unknown>> = {
    "encoder.json": packEncoder(encoderFit.weights),
    "sw-ranking.json": packSimilarityWeighted(weights.sw_ranking),
    "mf.json": packMatrixFactorization(weights.mf),
    "length.json": { schemaVersion: ARTIFACT_SCHEMA_VERSION, ...weights.length },
    ...transformerArtifacts,
    "benchmarks/mmlu.json": benchmarks.mmlu,
    "benchmarks/gsm8k.json": benchmarks.gsm8k,
    "benchmarks/mt-bench.json": benchmarks["mt-bench"],
    "calibration.json": calibration,
    "origins.json": packOrigins({
      rows: registerBattles({ battles, modelTiers, origins }),
      sample: chat.flatMap(({ source, prompts }) =>
        prompts.map(({ prompt }) => ({ prompt, origin: origins.get(prompt) ?? { source: source.name, id: "" } })),
      ),
      idf: encoderFit.weights.idf,
    }),
    "reliability.json": reliability,
    "figures.json": figures,
    "data-report.json": { schemaVersion: ARTIFACT_SCHEMA_VERSION, ...dataReport },
    "prompt-embeddings.json": embeddings,
  };
  return writeArtifacts({
    directory: options.artifactsDirectory,
    files,
    manifest: {
      date: options.date,
      seed,
      pair: data.pair,
      datasets: loaded.datasets.map(({ path, source, licence, rows, rowsUsed, use }) => ({
        path,
        source,
        licence,
        rows,
        rowsUsed,
        use: use === "evaluate" ? (rowsUsed > 0 ? "train and evaluate" : "evaluate") : "train",
      })),
      contamination: loaded.contamination,
    },
  });
}
