import { describe, expect, it } from "vitest";
import type { Battle } from "@/lib/domain/battle";
import { sigmoid } from "@/lib/math/sigmoid";
import { rateModels } from "./rate-models";
import type { GoldenTable, TrainingData } from "./training-data";

const ABILITIES: Readonly<Record<string, number>> = { good: 1.2, fair: 0.3, poor: -1.5 };
/** Rating points per unit of log odds. */
const POINTS = 400 / Math.LN10;

/** Questions of one difficulty with the chance of every model as its score: Rasch's model without its noise. */
const table = (difficulty: number, models = Object.keys(ABILITIES)): GoldenTable => ({
  name: `difficulty ${difficulty}`,
  rows: Array.from({ length: 200 }, (_, index) => ({
    id: String(index),
    prompt: "",
    category: "",
    scores: new Map(models.map((model) => [model, sigmoid((ABILITIES[model] ?? 0) - difficulty)])),
  })),
});
const nothing: TrainingData = {
  pair: { strong: "strong", weak: "weak" },
  tables: [],
  battles: new Map(),
  pairRows: [],
  written: [],
};
const rate = (data: Partial<TrainingData>) =>
  new Map(rateModels({ ...nothing, ...data }).map(({ model, rating }) => [model, rating]));
const battle = (models: string, outcome: number): Battle => {
  const [modelA = "", modelB = ""] = models.split(" ");
  return { id: "", prompt: "", modelA, modelB, outcome, source: "", category: "" };
};

describe("rateModels", () => {
  it.each([-3, 0, 3])("finds the same abilities in a table of difficulty %d (Rasch)", (difficulty) => {
    const ratings = rate({ tables: [table(difficulty)] });
    const between = (left: string, right: string) => (ratings.get(left) ?? 0) - (ratings.get(right) ?? 0);
    expect(between("good", "fair")).toBeCloseTo(0.9 * POINTS, 1);
    expect(between("good", "poor")).toBeCloseTo(2.7 * POINTS, 1);
  });

  it("compares models across an easy and a hard table by the one they share", () => {
    const ratings = rate({ tables: [table(-3, ["good", "fair"]), table(3, ["fair", "poor"])] });
    expect((ratings.get("good") ?? 0) - (ratings.get("poor") ?? 0)).toBeCloseTo(2.7 * POINTS, 0);
  });

  it("counts judged battles as they are, ties as half a win: 3 wins and 2 ties of 5 are odds of 4 to 1", () => {
    const judged = [1, 1, 1, 0.5, 0.5].map((outcome) => battle("one other", outcome));
    const ratings = rate({ battles: new Map([["votes", judged]]) });
    expect((ratings.get("one") ?? 0) - (ratings.get("other") ?? 0)).toBeCloseTo(Math.log(4) * POINTS, 1);
  });

  it("counts the pair's own rows, of which those tell that one model alone got right", () => {
    const answers = [
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 1],
      [1, 1],
      [1, 1],
      [0, 0],
    ] as const;
    const pairRows = answers.map(([strong, weak]) => ({ id: "", prompt: "", subject: "", strong, weak }));
    const ratings = rate({ pairRows });
    expect((ratings.get("strong") ?? 0) - (ratings.get("weak") ?? 0)).toBeCloseTo(Math.log(3) * POINTS, 1);
  });

  it("lists models best first, and none of no data", () => {
    expect(rateModels({ ...nothing, tables: [table(0)] }).map(({ model }) => model)).toEqual(["good", "fair", "poor"]);
    expect(rateModels(nothing)).toEqual([]);
  });
});
