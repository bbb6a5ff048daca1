import { describe, expect, it } from "vitest";
import type { Battle } from "@/lib/domain/battle";
import type { Embedding } from "@/lib/embeddings/embedder";
import { createRandom } from "@/lib/math/seeded-random";
import type { GatedEncoderFit } from "@/lib/training/columns/fit-gated-encoder";
import type { TrainingData } from "@/lib/training/sources/training-data";
import { assembleBattles } from "./assemble-battles";

const embedding = (value: number): Embedding => ({ vector: Float64Array.of(1, value), group: 0 });
const column = { text: new Float32Array(), hand: [], mean: 0, deviation: 1 };
const nothing: GatedEncoderFit = {
  weights: {
    idf: new Float32Array(),
    handMeans: [],
    handDeviations: [],
    difficulty: column,
    gain: column,
    size: { means: [], deviations: [], coefficients: [], deviation: 1 },
    wording: column,
    preference: column,
    demand: column,
  },
  pairRows: [],
  wordProblems: [],
  preferences: [],
  written: [],
};
const noData: TrainingData = {
  pair: { strong: "strong", weak: "weak" },
  tables: [],
  battles: new Map(),
  pairRows: [],
  written: [],
};
const assemble = (encoder: Partial<GatedEncoderFit>, data: Partial<TrainingData> = {}) =>
  assembleBattles({ data: { ...noData, ...data }, encoder: { ...nothing, ...encoder }, random: createRandom(1) });
const source = (kind: "battles" | "table", gains: readonly number[]) => ({
  source: { name: kind, kind, level: 0, weight: 1, prompts: [], targets: new Float64Array() },
  prompts: gains.map((gain, index) => ({ prompt: `${kind} ${index}`, gain, fold: 0, embedding: embedding(index) })),
});

describe("assembleBattles", () => {
  it("takes the pair's own answers as they are, every one: right against wrong 1, alike ½, wrong against right 0", () => {
    const answers = [
      [1, 0],
      [1, 1],
      [0, 0],
      [0, 1],
      [0.75, 0.25],
    ] as const;
    const pairRows = answers.map(([strong, weak], index) => ({
      id: `mmlu-${index}`,
      prompt: `q${index}`,
      subject: "law",
      strong,
      weak,
    }));
    const battles = assemble(
      { pairRows: pairRows.map(({ prompt }, index) => ({ prompt, embedding: embedding(index) })) },
      { pairRows },
    );
    expect(battles).toEqual(
      [1, 0.5, 0.5, 0, 0.75].map((outcome, index) => ({
        prompt: `q${index}`,
        embedding: embedding(index),
        modelA: "strong",
        modelB: "weak",
        outcome,
        weight: 1,
        evidence: "answers",
      })),
    );
  });

  it("imputes about a third of the word problems: ½ + ½ (.22 + .25 · difficulty rank)", () => {
    const wordProblems = Array.from({ length: 1000 }, (_, index) => ({
      prompt: String(index),
      target: index % 2 === 0 ? 1 : -1,
      embedding: embedding(index),
    }));
    const battles = assemble({ wordProblems });
    expect(battles.length).toBeGreaterThan(300);
    expect(battles.length).toBeLessThan(400);
    for (const { prompt, outcome } of battles) {
      expect(outcome).toBeCloseTo(Number(prompt) % 2 === 0 ? 0.735 : 0.485, 12);
    }
  });

  it("imputes every judged prompt, but 200 of a table at most, drawn without repetition", () => {
    const gains = Array.from({ length: 450 }, () => 0.2);
    const battles = assemble({ preferences: [source("battles", gains), source("table", gains)] });
    const of = (kind: string) => battles.flatMap(({ prompt }) => (prompt.startsWith(kind) ? prompt : []));
    expect(new Set(of("battles")).size).toBe(450);
    expect(of("table")).toHaveLength(200);
    expect(new Set(of("table")).size).toBe(200);
    expect(battles.every(({ outcome, weight }) => outcome === 0.6 && weight === 1)).toBe(true);
  });

  it("imputes what the author of a written prompt expects: .02, .12, .3", () => {
    const written = (["easy", "medium", "hard"] as const).map((demand) => ({
      prompt: demand,
      demand,
      embedding: embedding(0),
    }));
    expect(assemble({ written }).map(({ outcome }) => outcome)).toEqual([0.51, 0.56, 0.65]);
  });

  it("keeps every outcome within [0, 1], whatever gain is expected", () => {
    const battles = assemble({ preferences: [source("battles", [-7, -1, 0, 1, 7])] });
    expect(battles.map(({ outcome }) => outcome).toSorted()).toEqual([0, 0, 0.5, 1, 1]);
  });

  it("adds votes between other models under their names at a small weight, where the prompt is embedded", () => {
    const vote = (prompt: string): Battle => ({
      id: prompt,
      prompt,
      modelA: "one",
      modelB: "other",
      outcome: 0,
      source: "judge",
      category: "",
    });
    const battles = assemble(
      { preferences: [source("battles", [0.2])] },
      { battles: new Map([["votes", [vote("battles 0"), vote("not embedded")]]]) },
    );
    const others = battles.filter(({ modelA }) => modelA === "one");
    expect(others).toHaveLength(1);
    expect(others[0]).toMatchObject({ evidence: "votes", fought: { source: "judge", id: "battles 0" } });
    expect(others[0]).toMatchObject({ prompt: "battles 0", modelB: "other", outcome: 0, embedding: embedding(0) });
    expect(others[0]?.weight).toBeGreaterThan(0);
    expect(others[0]?.weight).toBeLessThanOrEqual(0.05);
  });

  it("assembles nothing of nothing", () => {
    expect(assemble({})).toEqual([]);
  });
});
