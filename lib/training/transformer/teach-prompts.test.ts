import { beforeAll, describe, expect, it } from "vitest";
import { toEmbedding } from "@/lib/embeddings/gated-encoder";
import { createRandom } from "@/lib/math/seeded-random";
import { synthesizePrompts } from "@/lib/test/synthetic-prompts";
import { HAND_FEATURES } from "@/lib/text/hand-features";
import { TEXT_COLUMNS } from "@/lib/text/hashed-features";
import type { GatedEncoderFit } from "@/lib/training/columns/fit-gated-encoder";
import type { TrainingData } from "@/lib/training/sources/training-data";
import { type TaughtPrompt, teachPrompts } from "./teach-prompts";

const make = (kind: "multiple choice" | "word problem" | "chat", count: number, seed: number) =>
  synthesizePrompts({ count, kind, random: createRandom(seed) }).map(({ prompt }) => prompt);

const QUESTIONS = make("multiple choice", 60, 1);
const PROBLEMS = make("word problem", 60, 2);
const VOTES = make("chat", 60, 3);
const WRITTEN = make("chat", 60, 4);

/** An encoder by which every prompt is an average one: what is not 0 in a score comes from embeddings given below. */
const blank = { text: new Float32Array(TEXT_COLUMNS), hand: [], mean: 0, deviation: 1 };
const noSize = { means: [0, 0, 0, 0, 0], deviations: [1, 1, 1, 1, 1], coefficients: [0, 0, 0, 0, 0], deviation: 1 };

/** Cross-fitted gains of the first, second and third question out of three: 0, 1 and 2 log-odds. */
const gainOf = (place: number): number => place % 3;

const DATA: TrainingData = {
  pair: { strong: "strong", weak: "weak" },
  tables: [
    { name: "table", rows: PROBLEMS.map((prompt) => ({ id: prompt, prompt, category: "", scores: new Map() })) },
  ],
  battles: new Map([
    [
      "votes",
      VOTES.map((prompt) => ({
        ...{ id: prompt, prompt, source: "votes", category: "" },
        ...{ modelA: "strong", modelB: "weak", outcome: 1 },
      })),
    ],
  ]),
  pairRows: QUESTIONS.map((prompt) => ({ id: prompt, prompt, subject: "law", strong: 1, weak: 0 })),
  written: WRITTEN.map((prompt) => ({ prompt, demand: "hard" })),
};

const FIT: GatedEncoderFit = {
  weights: {
    idf: new Float32Array(TEXT_COLUMNS).fill(1),
    handMeans: HAND_FEATURES.map(() => 0),
    handDeviations: HAND_FEATURES.map(() => 1),
    ...{ difficulty: blank, gain: blank, size: noSize, wording: blank, preference: blank },
    // Demand as fitted on the written prompts themselves: 2 deviations, where cross-fitted it says −1.
    demand: { ...blank, mean: -2 },
  },
  pairRows: QUESTIONS.map((prompt, place) => ({
    prompt,
    embedding: toEmbedding({ gate: "multiple choice", gain: gainOf(place), difficulty: 0 }),
  })),
  wordProblems: [],
  preferences: [],
  written: WRITTEN.map((prompt) => ({
    prompt,
    demand: "hard",
    embedding: toEmbedding({ gate: "chat", preference: 0, demand: -1 }),
  })),
};

/** Log-odds of the win rate = 1 · multiple-choice score + 1 · word-problem score + 1 · chat score. */
const TEACHER = {
  ...{ modelIndices: { strong: 0, weak: 1 }, hidden: 1, dimensions: 8 },
  ...{ modelVectors: [1, -1], projection: [0, 0, 0, 0, 1, 0, 1, 1], classifier: [0.5] },
};

let taught: readonly TaughtPrompt[] = [];
beforeAll(async () => {
  taught = await teachPrompts({ data: DATA, encoderFit: FIT, weights: TEACHER, random: createRandom(6) });
});

const of = (prompts: readonly string[]) => taught.filter(({ prompt }) => prompts.includes(prompt));
const REAL = new Set([...QUESTIONS, ...PROBLEMS, ...VOTES, ...WRITTEN]);
const heldOut = () => taught.filter(({ use }) => use !== "learn").map(({ prompt }) => prompt);

describe("teachPrompts", () => {
  it("scores questions by columns that did not see them, evenly spaced as their log-odds are", () => {
    const scores = [0, 1, 2].map((gain) => new Set(of(QUESTIONS.filter((_, at) => gainOf(at) === gain)).map(scoreOf)));
    expect(scores.map(({ size }) => size)).toEqual([1, 1, 1]);
    const [none = 0, one = 0, two = 0] = scores.flatMap((set) => [...set]);
    expect(one).toBeGreaterThan(none);
    expect(two - one).toBeCloseTo(one - none, 9);
  });

  it("standardises scores over all prompts: mean 0, deviation 1, before any prompt is repeated", () => {
    const once = [
      ...WRITTEN.flatMap((prompt) => of([prompt]).slice(0, 1)),
      ...taught.filter(({ prompt }) => !WRITTEN.includes(prompt)),
    ];
    const scores = once.map(({ score }) => score);
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeCloseTo(0, 9);
    expect(scores.reduce((sum, score) => sum + score ** 2, 0) / scores.length).toBeCloseTo(1, 9);
  });

  it("scores prompts written for this project by the encoder that learned them, never by its cross-fitted column", () => {
    const unit = (of(QUESTIONS.slice(2, 3))[0]?.score ?? 0) - (of(QUESTIONS.slice(1, 2))[0]?.score ?? 0);
    const average = of(QUESTIONS.slice(0, 1))[0]?.score ?? 0;
    // Half of demand's 2 deviations counts in the chat score.
    for (const { score } of of(WRITTEN)) expect((score - average) / unit).toBeCloseTo(0.5 * 2, 9);
  });

  it("repeats written prompts six times where they are learned from, held-out ones and all others not", () => {
    const timesOf = (prompt: string) => of([prompt]).length;
    for (const prompt of WRITTEN) expect(timesOf(prompt)).toBe(heldOut().includes(prompt) ? 1 : 6);
    for (const prompt of [...QUESTIONS, ...VOTES]) expect(timesOf(prompt)).toBe(1);
  });

  it("holds about one in ten out: golden tables' prompts to stop by, votes and written ones to be measured on", () => {
    const held = [...new Set(heldOut())];
    // 240 prompts: 24, with a binomial deviation of 5.
    expect(held.length).toBeGreaterThan(9);
    expect(held.length).toBeLessThan(39);
    for (const { use } of of([...QUESTIONS, ...PROBLEMS])) expect(use).toMatch(/^(learn|stop early)$/);
    for (const { use } of of([...VOTES, ...WRITTEN])) expect(use).toMatch(/^(learn|measure)$/);
    for (const list of [
      [...QUESTIONS, ...PROBLEMS],
      [...VOTES, ...WRITTEN],
    ]) {
      expect(held.some((prompt) => list.includes(prompt))).toBe(true);
    }
  });

  it("makes up thousands of problems to learn from, and takes no sentence of them from a held-out prompt", () => {
    const made = taught.filter(({ prompt }) => !REAL.has(prompt));
    // 12,000 stories, and of 10,000 mixtures those that are word problems and none of the few real ones over again.
    expect(made.length).toBeGreaterThan(15_000);
    expect(made.length).toBeLessThanOrEqual(22_000);
    expect(new Set(made.map(({ use }) => use))).toEqual(new Set(["learn"]));
    const sentences = (prompt: string) => prompt.split(/(?<=[.?!])\s+/).filter(({ length }) => length > 30);
    const used = new Set(made.flatMap(({ prompt }) => sentences(prompt)));
    const ask = "How many are left in the end?";
    const taken = (prompts: readonly string[]) =>
      prompts.flatMap(sentences).filter((sentence) => sentence !== ask && used.has(sentence));
    expect(taken(heldOut())).toEqual([]);
    expect(taken(PROBLEMS).length).toBeGreaterThan(0);
    expect(PROBLEMS.some((prompt) => heldOut().includes(prompt))).toBe(true);
  });
});

function scoreOf({ score }: TaughtPrompt): number {
  return Math.round(score * 1e9) / 1e9;
}
