import type { Embedding } from "@/lib/embeddings/embedder";
import { createFactorizationEmbedder } from "@/lib/embeddings/factorization-embedder";
import { createGatedEncoder } from "@/lib/embeddings/gated-encoder";
import { standardize } from "@/lib/math/moments";
import { stringHash } from "@/lib/math/string-hash";
import {
  createMatrixFactorizationRouter,
  type MatrixFactorizationWeights,
} from "@/lib/routers/matrix-factorization-router";
import type { GatedEncoderFit } from "@/lib/training/columns/fit-gated-encoder";
import { mixWordProblems } from "@/lib/training/sources/mix-word-problems";
import { storyProblems } from "@/lib/training/sources/story-problems";
import type { TrainingData } from "@/lib/training/sources/training-data";

/** One prompt in this many is held out of what the students learn from. */
const HELD_OUT_IN = 10;
const HELD_OUT_SEED = 20;

/** Made-up word problems beside some 38,000 real prompts. */
const MIXED_PROBLEMS = 10_000;
const STORY_PROBLEMS = 12_000;

/** Times that a prompt written for this project is read: there are few, and only they tell easy from hard in prose. */
const WRITTEN_TIMES = 6;

/** A training prompt with what the teacher thinks of it. */
export type TaughtPrompt = {
  readonly prompt: string;
  /** The strong model's win rate by the teacher as log odds, standardised over all prompts. */
  readonly score: number;
  /** `learn` from it, or hold it out: golden tables' prompts to stop early by, others' (votes) to be measured on. */
  readonly use: "learn" | "stop early" | "measure";
};

/**
 * The teacher's view of every training prompt, labelled or not. The teacher is the matrix-factorization router on
 * embeddings by columns that did not see the prompt where such exist: a student of in-sample scores would learn their
 * overfit. Prompts written for this project are the exception: what is known of them is their author's judgement and no
 * measurement, so there is no chance in it to learn by heart.
 */
export async function teachPrompts(options: {
  data: TrainingData;
  encoderFit: GatedEncoderFit;
  weights: MatrixFactorizationWeights;
  random: () => number;
}): Promise<TaughtPrompt[]> {
  const { data, encoderFit, weights } = options;
  const golden = new Set([...data.tables.flatMap(({ rows }) => rows), ...data.pairRows].map(({ prompt }) => prompt));
  const votes = [...data.battles.values()].flat().map(({ prompt }) => prompt);
  const real = [...new Set([...golden, ...votes, ...data.written.map(({ prompt }) => prompt)])];
  const isHeld = (prompt: string) => stringHash(prompt, HELD_OUT_SEED) % HELD_OUT_IN === 0;
  const learned = real.filter((prompt) => !isHeld(prompt));
  const mixed = mixWordProblems({ prompts: learned, count: MIXED_PROBLEMS, random: options.random });
  const made = [...mixed, ...storyProblems({ count: STORY_PROBLEMS, random: options.random })];
  const prompts = [...real, ...made];
  const crossFitted = new Map<string, Embedding>(
    [
      ...encoderFit.pairRows,
      ...encoderFit.wordProblems,
      ...encoderFit.preferences.flatMap((source) => source.prompts),
    ].map(({ prompt, embedding }) => [prompt, embedding]),
  );
  const encoder = createGatedEncoder(encoderFit.weights);
  const teacher = createMatrixFactorizationRouter({
    weights,
    pair: data.pair,
    embedder: createFactorizationEmbedder({
      dimensions: encoder.dimensions,
      embedBatch: async (batch) => {
        const fresh = await encoder.embedBatch(batch);
        return batch.flatMap((prompt, place) => crossFitted.get(prompt) ?? fresh[place] ?? []);
      },
    }),
  });
  const winRates = await teacher.scoreBatch(prompts);
  const scores = standardize(winRates.map((winRate) => Math.log(winRate / (1 - winRate))));
  const allMade = new Set(made);
  const purposeOf = (prompt: string): TaughtPrompt["use"] => {
    if (allMade.has(prompt) || !isHeld(prompt)) return "learn";
    return golden.has(prompt) ? "stop early" : "measure";
  };
  const written = new Set(data.written.map(({ prompt }) => prompt));
  return prompts.flatMap((prompt, place) => {
    const taught: TaughtPrompt = { prompt, score: scores[place] ?? 0, use: purposeOf(prompt) };
    const times = taught.use === "learn" && written.has(prompt) ? WRITTEN_TIMES : 1;
    return Array.from({ length: times }, () => taught);
  });
}
