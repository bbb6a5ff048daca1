import type { Evidence, PromptOrigin } from "@/lib/domain/router-explanation";
import { sampleIndices } from "@/lib/math/sample-indices";
import type { GatedEncoderFit } from "@/lib/training/columns/fit-gated-encoder";
import type { TrainingData } from "@/lib/training/sources/training-data";
import type { EmbeddedBattle } from "./fit-similarity-weighted";
import type { Demand } from "./written-prompts/written-prompts";

/** Share of the word problems that become battles: they are many and say little each. */
const WORD_PROBLEM_SHARE = 0.35;
/**
 * The strong model's expected gain on a word problem: at mid-difficulty, and per unit of difficulty rank. Set by hand as in
 * the recipe; a level shifts all word problems alike and ranks none of them.
 */
const WORD_PROBLEM_LEVEL = 0.22;
const WORD_PROBLEM_SLOPE = 0.25;
/** Prompts of a table in the code and chat gate that become battles, so that votes are not outnumbered. */
const TABLE_PROMPTS = 200;
/** The strong model's expected gain on a prompt of each demand, as its author would judge it. */
const DEMAND_GAINS: Readonly<Record<Demand, number>> = { easy: 0.02, medium: 0.12, hard: 0.3 };
/** A battle between other models tells other pairs apart; next to the pair's own it must not move the pair's figure. */
const OTHER_MODELS_WEIGHT = 0.02;

/** A battle with the prompt it was fought on, for leaving the prompt out again. */
export type TrainingBattle = EmbeddedBattle & {
  readonly prompt: string;
  readonly evidence: Evidence;
  /** The battle that was fought, of a vote; the others are made here, from what is known of the prompt. */
  readonly fought?: PromptOrigin;
};

/**
 * Everything the routers learn from, as battles over embeddings that did not see the prompt.
 * - The pair's own answers, as they are: a tie counts half.
 * - Imputed battles of the pair (the method's golden augmentation): on prompts where the pair was not asked, the strong
 *   model's expected gain from the difficulty that other models met, from judges' votes between other models, or, for
 *   the prompts written here, from their author's label.
 * - Votes between other models under their own names, at a small weight: they place those models' tiers.
 */
export function assembleBattles(options: {
  data: TrainingData;
  encoder: GatedEncoderFit;
  random: () => number;
}): TrainingBattle[] {
  const { data, encoder, random } = options;
  const { strong: modelA, weak: modelB } = data.pair;
  const ofPair = (
    prompt: { prompt: string; embedding: EmbeddedBattle["embedding"] },
    gain: number,
    evidence: Evidence = "expected",
  ): TrainingBattle => ({
    prompt: prompt.prompt,
    embedding: prompt.embedding,
    modelA,
    modelB,
    outcome: Math.min(1, Math.max(0, 0.5 + 0.5 * gain)),
    weight: 1,
    evidence,
  });
  const own = encoder.pairRows.map((prompt, index) => {
    const row = data.pairRows[index];
    return ofPair(prompt, row === undefined ? 0 : row.strong - row.weak, "answers");
  });
  const problems = encoder.wordProblems
    .filter(() => random() < WORD_PROBLEM_SHARE)
    .map((prompt) => ofPair(prompt, WORD_PROBLEM_LEVEL + WORD_PROBLEM_SLOPE * prompt.target));
  const preferences = encoder.preferences.flatMap(({ source, prompts }) => {
    const count = source.kind === "table" ? TABLE_PROMPTS : prompts.length;
    const chosen = sampleIndices({ size: prompts.length, count, random });
    return Array.from(chosen).flatMap((index) => {
      const prompt = prompts[index];
      return prompt === undefined ? [] : ofPair(prompt, prompt.gain);
    });
  });
  const written = encoder.written.map((prompt) => ofPair(prompt, DEMAND_GAINS[prompt.demand]));
  return [...own, ...problems, ...preferences, ...written, ...otherModels({ data, encoder })];
}

function otherModels({ data, encoder }: { data: TrainingData; encoder: GatedEncoderFit }): TrainingBattle[] {
  const embeddings = new Map(
    encoder.preferences.flatMap(({ prompts }) => prompts.map(({ prompt, embedding }) => [prompt, embedding])),
  );
  return [...data.battles.values()].flat().flatMap(({ prompt, modelA, modelB, outcome, source, id }) => {
    const embedding = embeddings.get(prompt);
    if (embedding === undefined) return [];
    const weight = OTHER_MODELS_WEIGHT;
    return { prompt, embedding, modelA, modelB, outcome, weight, evidence: "votes", fought: { source, id } };
  });
}
