import type { BenchmarkId } from "@/lib/domain/benchmark";
import { createGatedEncoder } from "@/lib/embeddings/gated-encoder";
import { compareOnVotes } from "@/lib/evaluation/compare-on-votes";
import { createRandom } from "@/lib/math/seeded-random";
import { unpackEncoder } from "@/lib/packing/pack-encoder";
import { packMatrixFactorization, packSimilarityWeighted } from "@/lib/packing/pack-routers";
import { readPromptEmbeddings } from "@/lib/packing/read-prompt-embeddings";
import { createHeads, forRetrained, type Heads, readHeads } from "@/lib/packing/router-heads";
import { measureFigures } from "@/lib/pipelines/measure-figures";
import type { ArtifactManifest } from "@/lib/schemas/artifacts/artifact-manifest";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifacts/artifact-version";
import { encoderArtifactSchema } from "@/lib/schemas/artifacts/encoder-artifact";
import { type FiguresArtifact, figuresArtifactSchema } from "@/lib/schemas/artifacts/figures-artifact";
import { originsArtifactSchema } from "@/lib/schemas/artifacts/origins-artifact";
import {
  COMPARISON_PATH,
  type RetrainedRouter,
  type RetrainingComparison,
  VOTE_SOURCE,
} from "@/lib/schemas/web/retraining-state";
import type { UsableVote } from "@/lib/serving/usable-votes";
import { checkArtifacts } from "@/lib/storage/check-artifacts";
import { readArtifact } from "@/lib/storage/read-artifact";
import { readArtifactFile } from "@/lib/storage/read-artifact-file";
import { writeArtifacts } from "@/lib/storage/write-artifacts";
import { chooseVoteWeights, createRefitBase, type EmbeddedVote, fitOnVotes, type VoteWeights } from "./fit-on-votes";
import { packRegister, refitRegister } from "./refit-origins";
import { rescoreBenchmarks, rescoreCalibration } from "./rescore-benchmarks";
import type { ReportRetraining } from "./retraining-steps";
import { isHeldOutPrompt, votePromptKey } from "./split-votes";

/** Streams of random numbers, apart from the folds' 0, 1 and 2. */
const PURPOSE = { fit: 10, bootstrap: 11, calibration: 20 } as const;

export type RetrainingJob = {
  /** Absolute; the artifacts that the votes are added to: always the shipped ones, so that no vote counts twice. */
  readonly shipped: string;
  /** Absolute; the artifacts in use, which the new ones are held against. */
  readonly current: string;
  /** Absolute; the folder to write. */
  readonly target: string;
  readonly votes: readonly UsableVote[];
  readonly seed: number;
  /** YYYY-MM-DD. */
  readonly date: string;
};

/**
 * Refits `mf` and `sw_ranking` on the shipped battles and the votes that are not held out, measures them, and writes a
 * whole set of artifacts, or nothing. Needs neither texts nor a network: the encoder stays, and what it made of battles,
 * benchmark questions and calibration prompts is shipped. The same job gives the same files.
 */
export async function retrainOnVotes(job: RetrainingJob, report: ReportRetraining): Promise<RetrainingComparison> {
  const { shipped: directory, seed } = job;
  report("reading the shipped battles", 0);
  const manifest = await checkArtifacts(directory);
  const read = {
    encoder: await readArtifact({ directory, path: "encoder.json", schema: encoderArtifactSchema }),
    origins: await readArtifact({ directory, path: "origins.json", schema: originsArtifactSchema }),
    embeddings: await readPromptEmbeddings(directory),
  };
  const [shippedHeads, currentHeads] = await Promise.all([readHeads(directory), readHeads(job.current)]);
  const { pair } = manifest;
  const { reliability } = shippedHeads;
  const base = createRefitBase({ shipped: shippedHeads.weights, reliability, pair, seed });
  const votes = await embedVotes(job.votes, unpackEncoder(read.encoder));
  const learned = votes.filter(({ prompt }) => !isHeldOutPrompt(prompt));
  const heldOut = votes.filter(({ prompt }) => isHeldOutPrompt(prompt));

  const choosing = (share: number) => report("choosing how much a vote counts", share);
  choosing(0);
  const voteWeights = chooseVoteWeights({ base, votes: learned, report: choosing });
  report("fitting the routers", 0);
  const weights = fitOnVotes({ base, votes: learned, weights: voteWeights, purpose: PURPOSE.fit });
  const heads = createHeads(weights, { pair, reliability });

  const fitWithout = (rows: ReadonlySet<number>, fold: number): Heads =>
    createHeads(
      fitOnVotes({
        ...{ base, votes: learned, weights: voteWeights, purpose: PURPOSE.calibration + fold },
        battles: base.battles.filter(({ row }) => !rows.has(row)),
      }),
      { pair, reliability },
    );
  const sampling = (share: number) => report("scoring the calibration sample", share);
  const calibration = await rescoreCalibration({ directory, ...read, fitWithout, report: sampling });
  const scoring = (share: number) => report("scoring the benchmarks", share);
  const benchmarks = await rescoreBenchmarks({ directory, embeddings: read.embeddings, heads, report: scoring });
  report("bootstrap of the figures", 0);
  const figures = measureFigures(benchmarks);
  const comparison = compare({
    ...{ learned, heldOut, voteWeights, figures, seed },
    old: createHeads(currentHeads.weights, { pair, reliability: currentHeads.reliability }),
    new: heads,
    oldFigures: await readArtifact({ directory: job.current, path: "figures.json", schema: figuresArtifactSchema }),
  });

  report("writing", 0);
  const register = refitRegister({ base, votes: learned, weight: voteWeights.sw_ranking, origins: read.origins });
  const changed: Readonly<Record<string, unknown>> = {
    "sw-ranking.json": packSimilarityWeighted(weights.sw_ranking),
    "mf.json": packMatrixFactorization(weights.mf),
    "benchmarks/mmlu.json": benchmarks.mmlu,
    "benchmarks/gsm8k.json": benchmarks.gsm8k,
    "benchmarks/mt-bench.json": benchmarks["mt-bench"],
    "calibration.json": calibration,
    "figures.json": figures,
    "origins.json": packRegister(register, read.origins),
    [COMPARISON_PATH]: comparison,
  };
  const files: Record<string, unknown> = { ...changed };
  for (const { path } of manifest.files) files[path] ??= await readArtifactFile({ directory, path });
  await writeArtifacts({ directory: job.target, files, manifest: manifestOf(manifest, job, learned.length) });
  return comparison;
}

async function embedVotes(
  votes: readonly UsableVote[],
  weights: Parameters<typeof createGatedEncoder>[0],
): Promise<EmbeddedVote[]> {
  const embeddings = await createGatedEncoder(weights).embedBatch(votes.map(({ prompt }) => prompt));
  return votes.flatMap((vote, index) => {
    const embedding = embeddings[index];
    return embedding === undefined ? [] : { ...vote, embedding };
  });
}

function compare(options: {
  learned: readonly EmbeddedVote[];
  heldOut: readonly EmbeddedVote[];
  voteWeights: VoteWeights;
  old: Heads;
  new: Heads;
  oldFigures: FiguresArtifact;
  figures: FiguresArtifact;
  seed: number;
}): RetrainingComparison {
  const { learned, heldOut, voteWeights, oldFigures, figures } = options;
  const apgrOf = (from: FiguresArtifact, benchmark: BenchmarkId, id: RetrainedRouter) => {
    const { full, apgrInterval } = from.benchmarks[benchmark].routers[id];
    return { apgr: full.apgr, interval: apgrInterval };
  };
  const benchmarksOf = (id: RetrainedRouter) => {
    const both = (benchmark: BenchmarkId) => ({
      old: apgrOf(oldFigures, benchmark, id),
      new: apgrOf(figures, benchmark, id),
    });
    const [mmlu, audited, gsm8k, mtBench] = [both("mmlu"), both("mmlu-audited"), both("gsm8k"), both("mt-bench")];
    return { mmlu, "mmlu-audited": audited, gsm8k, "mt-bench": mtBench };
  };
  return {
    schemaVersion: ARTIFACT_SCHEMA_VERSION,
    learned: learned.length,
    heldOut: heldOut.length,
    routers: forRetrained((id) => ({
      voteWeight: voteWeights[id],
      onVotes: compareOnVotes(
        heldOut.map(({ prompt, outcome, embedding }) => ({
          prompt: votePromptKey(prompt),
          outcome,
          old: options.old[id](embedding),
          new: options.new[id](embedding),
        })),
        createRandom(options.seed * 1000 + PURPOSE.bootstrap),
      ),
      benchmarks: benchmarksOf(id),
    })),
  };
}

/** Votes are named in the manifest like any other data set; the shipped training stays as it was. */
function manifestOf(
  { date, seed, datasets, pair, contamination }: ArtifactManifest,
  job: RetrainingJob,
  learned: number,
): Omit<ArtifactManifest, "schemaVersion" | "files"> {
  const votes = {
    path: VOTE_SOURCE,
    source: "votes of the people who use this server",
    licence: "kept with the voters’ consent, for this server alone",
    use: "train",
    rows: job.votes.length,
    rowsUsed: learned,
  } as const;
  return {
    date: job.date,
    seed: job.seed,
    pair,
    datasets: [...datasets, votes],
    contamination,
    retrained: { votes: learned, heldOut: job.votes.length - learned, base: { date, seed } },
  };
}
