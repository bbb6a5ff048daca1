import { dot } from "@/lib/math/dot";
import { sparseDot } from "@/lib/math/sparse-row";
import { handFeatures } from "@/lib/text/hand-features";
import { createNgramCounter, weighRow } from "@/lib/text/hashed-features";
import { standardizeHand } from "@/lib/text/prompt-features";
import { type Gate, promptGate } from "@/lib/text/prompt-gate";
import { wordProblemMeasures } from "@/lib/text/prompt-measures";
import { splitPrompt } from "@/lib/text/prompt-parts";
import type { Embedding } from "./embedder";
import { columnParts, levelParts, sizeParts, withLimits } from "./explain-embedding";
import type { EmbeddingPart, ExplainingEmbedder } from "./explaining-embedder";
import type { GatedEncoderWeights, LearnedColumn, LengthColumn } from "./gated-encoder-weights";

/** Columns of the embedding: constant, three gates, multiple-choice score, difficulty, word-problem score, chat score. */
const ENCODER_DIMENSIONS = 8;

/** Place of the difficulty of a multiple-choice question, beside the score that already holds it. */
export const DIFFICULTY_COLUMN = 5;

/**
 * What a deviation of difficulty adds to a deviation of gain in a multiple-choice score, and where it ends: beyond it a
 * question is too hard for both models, and difficulty promises no further gain. Chosen by cross-validation on the pair's
 * golden rows (docs/experiments.md).
 */
const DIFFICULTY_SHARE = 0.5;
const DIFFICULTY_LIMIT = 0.3;

/** How much the wording of a word problem counts beside its size, where the word-problem gate is open. */
export const WORDING_SHARE = 0.4;

/**
 * How much a deviation of demand counts beside one of preference, in code and chat. Chosen on out-of-fold values: 0.5
 * tells written easy from hard prompts with AUC .83–.86 and keeps half of the agreement with judges' votes; more of the
 * one costs the other.
 */
const DEMAND_SHARE = 0.5;

/** A word-problem score is cut off here, in standard deviations. */
const SCORE_LIMIT = 3;

/** Code and chat are one group: they share a column, and battles of either inform the other. */
const GROUPS: Readonly<Record<Gate, number>> = { "multiple choice": 0, "word problem": 1, code: 2, chat: 2 };

/** The learned numbers of one prompt; which of them are there is decided by its gate. */
export type GatedScores =
  | { readonly gate: "multiple choice"; readonly gain: number; readonly difficulty: number }
  | { readonly gate: "word problem"; readonly score: number }
  | { readonly gate: "code" | "chat"; readonly preference: number; readonly demand: number };

/** Column of the score of each group. */
const SCORE_COLUMNS = [4, 6, 7] as const;

/** The column that holds the score of a group's prompts; the other scores of its embeddings are 0. */
export const scoreColumn = (group: number): number => SCORE_COLUMNS[group] ?? SCORE_COLUMNS[2];

/** The column that says that a prompt is of a group: 1 there, 0 in the other two. */
export const groupColumn = (group: number): number => 1 + group;

/** An embedding from what tells it apart. @param prompt.difficulty of a multiple-choice question; 0 elsewhere. */
export function embeddingOf(prompt: { group: number; score: number; difficulty: number }): Embedding {
  const { group, score, difficulty } = prompt;
  const vector = new Float64Array(ENCODER_DIMENSIONS);
  vector[0] = 1;
  vector[groupColumn(group)] = 1;
  vector[DIFFICULTY_COLUMN] = difficulty;
  vector[scoreColumn(group)] = score;
  return { vector, group };
}

/** Lays a prompt's scores out as the 8 columns that `mf` and `sw_ranking` work on. */
export function toEmbedding(scores: GatedScores): Embedding {
  const group = GROUPS[scores.gate];
  switch (scores.gate) {
    case "multiple choice": {
      const score = scores.gain + DIFFICULTY_SHARE * Math.min(DIFFICULTY_LIMIT, scores.difficulty);
      return embeddingOf({ group, score, difficulty: scores.difficulty });
    }
    case "word problem": {
      const score = Math.min(SCORE_LIMIT, Math.max(-SCORE_LIMIT, scores.score));
      return embeddingOf({ group, score, difficulty: 0 });
    }
    default:
      return embeddingOf({ group, score: scores.preference + DEMAND_SHARE * scores.demand, difficulty: 0 });
  }
}

/** Size of a word problem, in deviations of its training rows. */
export function sizeScore(prompt: string, column: LengthColumn): number {
  const measures = wordProblemMeasures(prompt);
  const standardised = measures.map(
    (value, index) => (value - (column.means[index] ?? 0)) / (column.deviations[index] ?? 1),
  );
  return dot(standardised, column.coefficients) / column.deviation;
}

/**
 * The trained text encoder: prompt → gate → the learned columns of that gate → 8 numbers. Deterministic, no network.
 * One encoder keeps scratch tables; calls on it run one after another, never interleaved.
 */
export function createGatedEncoder(weights: GatedEncoderWeights): ExplainingEmbedder {
  // Each row is summed up before the next prompt is read.
  const countNgrams = createNgramCounter({ isReused: true });
  const standard = { means: weights.handMeans, deviations: weights.handDeviations };

  const read = (prompt: string) => {
    const parts = splitPrompt(prompt);
    const gate = promptGate(prompt, parts);
    const row = weighRow(countNgrams(prompt), weights.idf);
    return { gate, row, hand: gate === "word problem" ? [] : standardizeHand(handFeatures(prompt, parts), standard) };
  };

  const scorePrompt = (prompt: string, { gate, row, hand }: ReturnType<typeof read>): GatedScores => {
    const column = (learned: LearnedColumn) => {
      const fromHand = learned.hand.length > 0 ? dot(learned.hand, hand) : 0;
      return (sparseDot(row, learned.text) + fromHand - learned.mean) / learned.deviation;
    };
    switch (gate) {
      case "multiple choice":
        return { gate, gain: column(weights.gain), difficulty: column(weights.difficulty) };
      case "word problem":
        return { gate, score: sizeScore(prompt, weights.size) + WORDING_SHARE * column(weights.wording) };
      default:
        return { gate, preference: column(weights.preference), demand: column(weights.demand) };
    }
  };

  const explainScores = (prompt: string, { gate, row, hand }: ReturnType<typeof read>): EmbeddingPart[] => {
    const place = (group: EmbeddingPart["group"], column: number, share: number) => ({ group, column, share });
    const learned = (column: LearnedColumn, at: ReturnType<typeof place>) =>
      columnParts(column, { row, hand, place: at });
    switch (gate) {
      case "multiple choice":
        return [
          ...learned(weights.gain, place("gain", 4, 1)),
          ...learned(weights.difficulty, place("difficulty", 4, DIFFICULTY_SHARE)),
          ...learned(weights.difficulty, place("difficulty", DIFFICULTY_COLUMN, 1)),
        ];
      case "word problem":
        return [
          ...sizeParts(prompt, weights.size, place("size", 6, 1)),
          ...learned(weights.wording, place("wording", 6, WORDING_SHARE)),
        ];
      default:
        return [
          ...learned(weights.preference, place("preference", 7, 1)),
          ...learned(weights.demand, place("demand", 7, DEMAND_SHARE)),
        ];
    }
  };

  return {
    dimensions: ENCODER_DIMENSIONS,
    embedBatch: async (prompts) => prompts.map((prompt) => toEmbedding(scorePrompt(prompt, read(prompt)))),
    explain(prompt) {
      const features = read(prompt);
      const embedding = toEmbedding(scorePrompt(prompt, features));
      return {
        embedding,
        parts: withLimits([...levelParts(embedding), ...explainScores(prompt, features)], embedding),
      };
    },
  };
}
