import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HAND_FEATURES } from "@/lib/text/hand-features";
import { BLOCK_SIZE, createNgramCounter, TEXT_COLUMNS } from "@/lib/text/hashed-features";
import { createGatedEncoder, sizeScore, toEmbedding } from "./gated-encoder";
import type { GatedEncoderWeights, LearnedColumn } from "./gated-encoder-weights";

describe("toEmbedding", () => {
  it("lays each gate's scores out in its own columns: constant, three gates, choice, difficulty, problem, chat", () => {
    const choice = toEmbedding({ gate: "multiple choice", gain: 0.5, difficulty: -2 });
    expect(choice).toEqual({ group: 0, vector: Float64Array.of(1, 1, 0, 0, 0.5 + 0.5 * -2, -2, 0, 0) });
    const problem = toEmbedding({ gate: "word problem", score: 1.5 });
    expect(problem).toEqual({ group: 1, vector: Float64Array.of(1, 0, 1, 0, 0, 0, 1.5, 0) });
    const chat = toEmbedding({ gate: "chat", preference: 0.5, demand: 3 });
    expect(chat).toEqual({ group: 2, vector: Float64Array.of(1, 0, 0, 1, 0, 0, 0, 0.5 + 0.5 * 3) });
    expect(createGatedEncoder(blankWeights).dimensions).toBe(choice.vector.length);
  });

  it("makes no difference between code and chat, so that battles of either inform the other", () => {
    const scores = { preference: -1, demand: 0.25 };
    expect(toEmbedding({ gate: "code", ...scores })).toEqual(toEmbedding({ gate: "chat", ...scores }));
  });

  it("cuts a word-problem score off at ±3", () => {
    expect(toEmbedding({ gate: "word problem", score: 17 }).vector[6]).toBe(3);
    expect(toEmbedding({ gate: "word problem", score: -17 }).vector[6]).toBe(-3);
  });
});

const zeros = () => new Float32Array(TEXT_COLUMNS);
const blank = (): LearnedColumn => ({ text: zeros(), hand: [], mean: 0, deviation: 1 });
/** Weights by which every column is 0, for tests to change one thing in. */
const blankWeights: GatedEncoderWeights = {
  idf: zeros().fill(1),
  handMeans: HAND_FEATURES.map(() => 0),
  handDeviations: HAND_FEATURES.map(() => 1),
  difficulty: blank(),
  gain: blank(),
  size: { means: [0, 0, 0, 0, 0], deviations: [1, 1, 1, 1, 1], coefficients: [0, 0, 0, 0, 0], deviation: 1 },
  wording: blank(),
  preference: blank(),
  demand: blank(),
};
const embed = async (weights: GatedEncoderWeights, prompt: string) =>
  (await createGatedEncoder(weights).embedBatch([prompt]))[0];
/** The column in which a one-word text is counted among the words. */
function wordColumn(word: string): number {
  const column = createNgramCounter()(word).columns.find((each) => each < BLOCK_SIZE);
  if (column === undefined) throw new Error(`“${word}” has no column`);
  return column;
}
const textOf = (word: string, weight: number): Float32Array => {
  const text = zeros();
  text[wordColumn(word)] = weight;
  return text;
};

describe("createGatedEncoder", () => {
  it("reads preference off the text: (1/√3 · weight − mean) / deviation, for one of two words and their pair", async () => {
    const preference = { text: textOf("sonnet", 6), hand: [], mean: 1, deviation: 2 };
    const embedding = await embed({ ...blankWeights, preference }, "sonnet please");
    expect(embedding?.group).toBe(2);
    expect(embedding?.vector[7]).toBeCloseTo((6 / Math.sqrt(3) - 1) / 2, 6);
    const without = await embed({ ...blankWeights, preference }, "villanelle");
    expect(without?.vector[7]).toBeCloseTo(-1 / 2, 12);
  });

  it("adds half of the demand, read off standardised hand features", async () => {
    const hand = HAND_FEATURES.map((name) => (name === "characters" ? 10 : 0));
    const demand = { text: zeros(), hand, mean: 0, deviation: 5 };
    const handMeans = HAND_FEATURES.map((name) => (name === "characters" ? Math.log(6) : 0));
    const handDeviations = HAND_FEATURES.map((name) => (name === "characters" ? 2 : 1));
    const embedding = await embed({ ...blankWeights, handMeans, handDeviations, demand }, "x".repeat(47));
    // log(48) stands (log 48 − log 6)/2 = log(8)/2 above the mean; times 10, over 5, halved.
    expect(embedding?.vector[7]).toBeCloseTo(Math.log(8) / 2, 9);
  });

  it("gives a multiple-choice question its difficulty, and its gain with half of that", async () => {
    const prompt = "sonnet?\nA. yes\nB. no\nC. both";
    const gain = { ...blank(), mean: -3 };
    const difficulty = { ...blank(), mean: 4, deviation: 2 };
    const embedding = await embed({ ...blankWeights, gain, difficulty }, prompt);
    expect(embedding).toEqual({ group: 0, vector: Float64Array.of(1, 1, 0, 0, 3 + 0.5 * -2, -2, 0, 0) });
  });

  it("promises no more gain beyond a difficulty of .3", () => {
    const score = (difficulty: number) => toEmbedding({ gate: "multiple choice", gain: 1, difficulty }).vector[4];
    expect(score(0.3)).toBeCloseTo(1.15, 12);
    expect(score(5)).toBeCloseTo(1.15, 12);
    expect(score(0.2)).toBeCloseTo(1.1, 12);
  });

  it("gives a word problem its size and .4 of its wording", async () => {
    const prompt = "Tom has 3 apples and buys 4 more at the market. How many has he now?";
    const size = {
      means: [0, Math.log(11), 0, 0, 0],
      deviations: [1, 2, 1, 1, 1],
      coefficients: [0, 3, 0, 0, 0],
      deviation: 6,
    };
    const longest = "Tom has 3 apples and buys 4 more at the market.".length;
    const expected = (3 * (Math.log(1 + longest) - Math.log(11))) / 2 / 6;
    expect(sizeScore(prompt, size)).toBeCloseTo(expected, 12);
    const wording = { ...blank(), mean: -1 };
    const embedding = await embed({ ...blankWeights, size, wording }, prompt);
    expect(embedding?.group).toBe(1);
    expect(embedding?.vector[6]).toBeCloseTo(expected + 0.4, 12);
  });

  it("embeds a batch as it embeds each prompt alone, in order, and any text to finite numbers", async () => {
    const weights = {
      ...blankWeights,
      preference: { text: textOf("sonnet", 6), hand: HAND_FEATURES.map(() => 0.1), mean: 1, deviation: 2 },
    };
    const encoder = createGatedEncoder(weights);
    expect(await encoder.embedBatch([])).toEqual([]);
    const piece = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\ud800", "A. x\nB. y\nC. z", "x = 3", ""));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 5 }), async (prompts) => {
        const batch = await encoder.embedBatch(prompts);
        expect(batch).toHaveLength(prompts.length);
        for (const [index, prompt] of prompts.entries()) {
          expect(batch[index]).toEqual(await embed(weights, prompt));
          expect(batch[index]?.vector.every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });
});
