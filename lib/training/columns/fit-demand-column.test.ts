import { describe, expect, it } from "vitest";
import { deviation, mean } from "@/lib/math/moments";
import { rankCorrelation } from "@/lib/math/rank-correlation";
import { createRandom } from "@/lib/math/seeded-random";
import { affineShape } from "@/lib/test/affine-shape";
import { synthesizePrompts } from "@/lib/test/synthetic-prompts";
import { assignFolds } from "@/lib/training/solvers/folds";
import type { Demand } from "@/lib/training/written-prompts/written-prompts";
import { columnValue } from "./column-value";
import { fitCorpus } from "./fit-corpus";
import { fitDemandColumn } from "./fit-demand-column";

const made = synthesizePrompts({ count: 120, kind: "chat", random: createRandom(1) });
const corpus = fitCorpus(made.map(({ prompt }) => prompt));
const demandOf = (difficulty: number): Demand => (difficulty < 1 / 3 ? "easy" : difficulty < 2 / 3 ? "medium" : "hard");
const rows = corpus.read(made.map(({ prompt }) => prompt)).map((prompt, index) => ({
  prompt,
  demand: demandOf(made[index]?.difficulty ?? 0),
}));

describe("fitDemandColumn", () => {
  const fit = fitDemandColumn({ rows, random: createRandom(2) });

  it("finds the planted demand out of fold and on prompts it has never seen", () => {
    const planted = made.map(({ difficulty }) => difficulty);
    expect(rankCorrelation(fit.outOfFold, planted)).toBeGreaterThan(0.6);
    const fresh = synthesizePrompts({ count: 100, kind: "code", random: createRandom(3) });
    const values = corpus.read(fresh.map(({ prompt }) => prompt)).map((prompt) => columnValue(prompt, fit.column));
    expect(
      rankCorrelation(
        values,
        fresh.map(({ difficulty }) => difficulty),
      ),
    ).toBeGreaterThan(0.6);
  });

  it("has the scale of its out-of-fold values: mean 0 and deviation 1 on those", () => {
    expect(mean(fit.outOfFold)).toBeCloseTo(0, 9);
    expect(deviation(fit.outOfFold)).toBeCloseTo(1, 9);
    // Rows that were fitted on are told apart more sharply, but about the same middle.
    const seen = rows.map(({ prompt }) => columnValue(prompt, fit.column));
    expect(Math.abs(mean(seen))).toBeLessThan(0.15);
    expect(deviation(seen)).toBeGreaterThan(1);
  });

  it("gives a row a value that did not see its label: turning the label over leaves its fold as it was", () => {
    const folds = assignFolds({ texts: rows.map(({ prompt }) => prompt.prompt), folds: 5, random: createRandom(2) });
    const turned = rows.map((row, index) =>
      index === 7 ? { ...row, demand: demandOf(row.demand === "hard" ? 0 : 1) } : row,
    );
    const again = fitDemandColumn({ rows: turned, random: createRandom(2) });
    const of = (values: Float64Array, mine: boolean) =>
      affineShape(Array.from(values).filter((_, index) => (folds[index] === folds[7]) === mine));
    of(again.outOfFold, true).forEach((value, at) => {
      expect(value).toBeCloseTo(of(fit.outOfFold, true)[at] ?? Number.NaN, 9);
    });
    expect(of(again.outOfFold, false)).not.toEqual(of(fit.outOfFold, false));
  });

  it("gives finite values where all labels are the same", () => {
    const flat = fitDemandColumn({ rows: rows.map((row) => ({ ...row, demand: "easy" })), random: createRandom(2) });
    expect(flat.outOfFold.every(Number.isFinite)).toBe(true);
    expect(flat.column.deviation).toBeGreaterThan(0);
  });
});
