import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { allPairs, countGoldenBattles, goldenBattles, modelsOf } from "./golden-battles";
import type { OutcomeRow } from "./read-outcome-table";

const row = (id: string, scores: Readonly<Record<string, number>>, rest: Partial<OutcomeRow> = {}): OutcomeRow => ({
  id,
  prompt: `prompt ${id}`,
  category: "",
  scores: new Map(Object.entries(scores)),
  benchmarks: [],
  ...rest,
});

const rows = [
  row("q1", { a: 1, b: 0, c: 1 }, { category: "maths", benchmarks: ["mmlu"] }),
  row("q2", { a: 0, b: 0.25, c: 0 }),
  row("q3", { b: 1, d: 0 }),
];
const pairs = allPairs(modelsOf(rows));
const total = 7;
const battles = (options: { count?: number; seed?: number } = {}) => [
  ...goldenBattles({ rows, pairs, total, count: options.count ?? total, random: createRandom(options.seed ?? 1) }),
];

describe("goldenBattles", () => {
  it("gives one battle a question and pair that both answered; the higher score wins, equal ones tie", () => {
    expect(pairs).toHaveLength(6);
    expect(battles().map(({ id, winner }) => [id, winner])).toEqual([
      ["q1:a:b", "model_a"],
      ["q1:a:c", "tie"],
      ["q1:b:c", "model_b"],
      ["q2:a:b", "model_b"],
      ["q2:a:c", "tie"],
      ["q2:b:c", "model_a"],
      ["q3:b:d", "model_a"],
    ]);
    expect(countGoldenBattles(rows, pairs)).toEqual({ battles: 7, decided: 5, tiesBothRight: 1, tiesBothWrong: 1 });
  });

  it("carries prompt, category and the flag that keeps a question out of training", () => {
    expect(battles()[0]).toEqual({
      id: "q1:a:b",
      prompt: "prompt q1",
      model_a: "a",
      model_b: "b",
      winner: "model_a",
      category: "maths",
      in_benchmark: ["mmlu"],
    });
    expect(battles()[3]).not.toHaveProperty("category");
    expect(battles()[3]).not.toHaveProperty("in_benchmark");
  });

  it("names a pair's models in the order asked for", () => {
    const swapped = [{ modelA: "b", modelB: "a" }];
    const all = [...goldenBattles({ rows, pairs: swapped, total: 2, count: 2, random: () => 0.5 })];
    expect(all.map(({ model_a, winner }) => [model_a, winner])).toEqual([
      ["b", "model_b"],
      ["b", "model_a"],
    ]);
  });

  it("samples exactly as many as asked, without repeats, the same for the same seed", () => {
    for (const count of [0, 1, 3, 7]) {
      const ids = battles({ count, seed: 5 }).map(({ id }) => id);
      expect(new Set(ids).size).toBe(count);
      expect(battles({ count, seed: 5 }).map(({ id }) => id)).toEqual(ids);
    }
  });

  it("samples uniformly: each of 7 battles is in 3/7 of the samples of 3", () => {
    const draws = 7000;
    const seen = new Map<string, number>();
    const random = createRandom(11);
    for (let draw = 0; draw < draws; draw++) {
      for (const { id } of goldenBattles({ rows, pairs, total, count: 3, random }))
        seen.set(id, (seen.get(id) ?? 0) + 1);
    }
    // Standard deviation of each share: √(3/7 · 4/7 / 7000) = .0059; five of them.
    for (const count of seen.values()) expect(Math.abs(count / draws - 3 / 7)).toBeLessThan(0.03);
    expect(seen.size).toBe(7);
  });
});
