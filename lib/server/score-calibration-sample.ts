import "server-only";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { ModelPair } from "@/lib/domain/model-pair";
import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import type { Embedder, Embedding } from "@/lib/embeddings/embedder";
import { createRouters, type TransformerModels } from "@/lib/routers/registry";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifact-version";
import type { CalibrationArtifact } from "@/lib/schemas/calibration-artifact";
import { promptGate } from "@/lib/text/prompt-gate";
import { splitPrompt } from "@/lib/text/prompt-parts";
import type { TrainingBattle } from "@/lib/training/assemble-battles";
import type { EmbeddedPrompt, GatedEncoderFit } from "@/lib/training/fit-gated-encoder";
import { fitRouters } from "@/lib/training/fit-routers";
import { winRateColumns } from "./win-rate-columns";

/** Sources of prompts that people really typed, unselected by difficulty. */
const CHAT_SOURCES: readonly string[] = ["arena-llama-3-70b", "oasst-7-models"];

/** First stream of the random numbers of the folds' fits. */
const FIRST_STREAM = 100;

type SamplePrompt = EmbeddedPrompt & { readonly fold: number };

/**
 * Win rates on real chat prompts as if each were new: every fold is scored by routers fitted without its battles, on
 * embeddings by columns that did not see it. The transformers, which take an hour to train, are the shipped ones in
 * every fold.
 */
export async function scoreCalibrationSample(options: {
  battles: readonly TrainingBattle[];
  pair: ModelPair;
  modelTiers: Readonly<Record<string, number>>;
  tierCount: number;
  encoderFit: GatedEncoderFit;
  encoder: Embedder;
  transformers: TransformerModels;
  randomFor: (purpose: number) => () => number;
}): Promise<CalibrationArtifact> {
  const { battles, encoderFit, randomFor, transformers, ...fit } = options;
  const named = encoderFit.preferences.filter(({ source }) => CHAT_SOURCES.includes(source.name));
  // Whoever trains on nothing but battles of their own calibrates on those.
  const sources = named.length > 0 ? named : encoderFit.preferences.filter(({ source }) => source.kind === "battles");
  const sample: SamplePrompt[] = sources.flatMap(({ prompts }) => prompts);
  const embeddings = await outOfFoldEmbeddings(sample, options.encoder);
  const places = new Map<string, number>();
  sample.forEach(({ prompt }, index) => {
    places.set(prompt, index);
  });
  const columns: Record<RouterId, number[]> = forEveryRouter(() => []);
  for (const fold of new Set(sample.map((row) => row.fold))) {
    const held = sample.flatMap((row, index) => (row.fold === fold ? index : []));
    const left = new Set(held.map((index) => sample[index]?.prompt));
    const weights = fitRouters({
      ...fit,
      battles: battles.filter(({ prompt }) => !left.has(prompt)),
      random: randomFor(FIRST_STREAM + fold),
    });
    const routers = createRouters({ weights, pair: fit.pair, encoder: lookUp(embeddings, places), transformers });
    const scored = await winRateColumns(
      routers,
      held.flatMap((index) => sample[index]?.prompt ?? []),
    );
    held.forEach((index, position) => {
      for (const id of ROUTER_IDS) columns[id][index] = scored[id][position] ?? 0;
    });
  }
  return {
    schemaVersion: ARTIFACT_SCHEMA_VERSION,
    sources: sources.map(({ source, prompts }) => ({ name: source.name, prompts: prompts.length })),
    characters: sample.map(({ prompt }) => [...prompt].length),
    winRates: columns,
  };
}

/** Prompts of the other gates are embedded like any new prompt: their columns were never fitted on them. */
async function outOfFoldEmbeddings(sample: readonly SamplePrompt[], encoder: Embedder): Promise<Embedding[]> {
  const embedded = await encoder.embedBatch(sample.map(({ prompt }) => prompt));
  return sample.map(({ prompt, embedding }, index) => {
    const gate = promptGate(prompt, splitPrompt(prompt));
    return gate === "code" || gate === "chat" ? embedding : (embedded[index] ?? embedding);
  });
}

/** An embedder that knows the sample's prompts by heart. */
function lookUp(embeddings: readonly Embedding[], places: ReadonlyMap<string, number>): Embedder {
  return {
    dimensions: embeddings[0]?.vector.length ?? 0,
    embedBatch: async (prompts) => prompts.flatMap((prompt) => embeddings[places.get(prompt) ?? -1] ?? []),
  };
}
