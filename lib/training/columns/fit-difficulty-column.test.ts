import { describe, expect, it } from "vitest";
import { deviation, mean } from "@/lib/math/moments";
import { rankCorrelation } from "@/lib/math/rank-correlation";
import { createRandom } from "@/lib/math/seeded-random";
import { synthesizePrompts } from "@/lib/test/synthetic-prompts";
import type { RatedRow } from "@/lib/training/sources/table-difficulty";
import { columnValue } from "./column-value";
import { fitCorpus } from "./fit-corpus";
import { fitDifficultyColumn } from "./fit-difficulty-column";

const rated = (seed: number, category: string, level = 0): RatedRow[] =>
  synthesizePrompts({ count: 120, kind: "multiple choice", random: createRandom(seed) }).map(
    ({ prompt, difficulty }, index) => ({
      row: { id: `${seed}-${index}`, prompt, category, scores: new Map() },
      difficulty: level + 3 * difficulty,
    }),
  );

const tables = (level = 0): ReadonlyMap<string, RatedRow[]> =>
  new Map([
    ["mmlu-pro", rated(1, "law")],
    ["multiple-choice-5-small-models", [...rated(2, "arc_easy", level), ...rated(3, "not in the recipe")]],
  ]);
const corpus = fitCorpus([...tables().values()].flat().map(({ row }) => row.prompt));
const fresh = synthesizePrompts({ count: 100, kind: "multiple choice", random: createRandom(9) });
const reference = corpus.read(fresh.map(({ prompt }) => prompt));
const valuesOf = (rows: ReadonlyMap<string, RatedRow[]>) => {
  const column = fitDifficultyColumn({ corpus, rated: rows, reference });
  return reference.map((prompt) => columnValue(prompt, column));
};

describe("fitDifficultyColumn", () => {
  const values = valuesOf(tables());

  it("ranks new questions by their planted difficulty", () => {
    expect(
      rankCorrelation(
        values,
        fresh.map(({ difficulty }) => difficulty),
      ),
    ).toBeGreaterThan(0.7);
  });

  it("has mean 0 and deviation 1 on the reference questions", () => {
    expect(mean(values)).toBeCloseTo(0, 5);
    expect(deviation(values)).toBeCloseTo(1, 5);
  });

  it("does not care for a table's level, which cannot be compared with another's", () => {
    expect(valuesOf(tables(50))).toEqual(values);
  });

  it("does not look at categories that the recipe leaves out", () => {
    const without = new Map(
      [...tables()].map(([name, rows]) => [name, rows.filter(({ row }) => row.category !== "not in the recipe")]),
    );
    expect(valuesOf(without)).toEqual(values);
  });

  it("is 0 and finite where there is nothing to learn from", () => {
    expect(valuesOf(new Map())).toEqual(reference.map(() => 0));
  });
});
