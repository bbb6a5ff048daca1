import { mean } from "@/lib/math/moments";
import type { SparseRow } from "@/lib/math/sparse-row";
import { HAND_FEATURES } from "@/lib/text/hand-features";
import { inverseDocumentFrequencies, weighRow } from "@/lib/text/hashed-features";
import { type PromptFeatures, readPromptFeatures, standardizeHand } from "@/lib/text/prompt-features";
import type { Gate } from "@/lib/text/prompt-gate";

/** A prompt as every column fit sees it. */
export type CorpusPrompt = {
  readonly prompt: string;
  readonly gate: Gate;
  /** tf-idf weights, each block of length 1. */
  readonly row: SparseRow;
  /** (HAND_FEATURES.length) standardised and cut off at ±4. */
  readonly hand: Float64Array;
};

/** How texts are weighed, learned from the training prompts alone. */
export type Corpus = {
  readonly idf: Float32Array;
  readonly handMeans: readonly number[];
  readonly handDeviations: readonly number[];
  /** Reads prompts with these weights, in order; a prompt seen before is not read again. */
  read(prompts: readonly string[]): CorpusPrompt[];
};

/** Added to a deviation, so that a feature that never varies stays finite. */
const SMALLEST_DEVIATION = 1e-6;

/** @param prompts distinct training prompts; duplicates would count twice in document frequencies. */
export function fitCorpus(prompts: readonly string[]): Corpus {
  const features = readPromptFeatures(prompts);
  const idf = inverseDocumentFrequencies(features.map(({ counts }) => counts));
  const { handMeans, handDeviations } = fitHandStandard(features);
  const known = new Map<string, CorpusPrompt>();
  const add = (read: PromptFeatures) => {
    const hand = standardizeHand(read.hand, { means: handMeans, deviations: handDeviations });
    const prompt = { prompt: read.prompt, gate: read.gate, row: weighRow(read.counts, idf), hand };
    known.set(read.prompt, prompt);
    return prompt;
  };
  for (const read of features) add(read);
  return {
    idf,
    handMeans,
    handDeviations,
    read: (wanted) => {
      const unknown = [...new Set(wanted)].filter((prompt) => !known.has(prompt));
      for (const read of readPromptFeatures(unknown)) add(read);
      return wanted.flatMap((prompt) => known.get(prompt) ?? []);
    },
  };
}

function fitHandStandard(features: readonly PromptFeatures[]) {
  const handMeans = HAND_FEATURES.map((_, index) => mean(features.map(({ hand }) => hand[index] ?? 0)));
  const handDeviations = HAND_FEATURES.map((_, index) => {
    const centre = handMeans[index] ?? 0;
    return Math.sqrt(mean(features.map(({ hand }) => ((hand[index] ?? 0) - centre) ** 2))) + SMALLEST_DEVIATION;
  });
  return { handMeans, handDeviations };
}
