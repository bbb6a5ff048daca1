import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import type { TrainingBattle } from "./assemble-battles";
import { fitRouters } from "./fit-routers";
import { registerBattles } from "./register-battles";

const embedding = (score: number, group = 2) => ({
  vector: Float64Array.of(1, 0, 0, 1, 0, 0, 0, score),
  group,
});
const battle = (prompt: string, changes: Partial<TrainingBattle> = {}): TrainingBattle => ({
  prompt,
  embedding: embedding(prompt.length),
  modelA: "ant",
  modelB: "bee",
  outcome: 0.75,
  weight: 1,
  evidence: "expected",
  ...changes,
});
const battles = [
  battle("second", { embedding: embedding(1, 1) }),
  battle("first"),
  battle("first", { modelA: "bee", modelB: "cat", evidence: "votes", fought: { source: "judge", id: "7" } }),
  battle("first", { modelA: "cat", modelB: "dog" }),
  battle("nowhere to be found"),
];
const modelTiers = { ant: 0, bee: 1, cat: 2, dog: 2 };
const origins = new Map([["first", { source: "table", id: "1" }]]);

describe("registerBattles", () => {
  const rows = registerBattles({ battles, modelTiers, origins });

  it("files battles under the rows of the router that is fitted on them, by group and first appearance", () => {
    const pair = { strong: "ant", weak: "bee" };
    const { sw_ranking } = fitRouters({ battles, pair, modelTiers, tierCount: 3, random: createRandom(1) });
    expect(rows).toHaveLength(sw_ranking.groups.length);
    rows.forEach((row, index) => {
      const [start = 0, end = 0] = sw_ranking.cellOffsets.slice(index, index + 2);
      const masses = sw_ranking.masses.slice(start, end).reduce((sum, mass) => sum + mass, 0);
      expect(row.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(masses, 12);
    });
  });

  it("names a vote by the battle, another by the row of its prompt, and leaves battles within a tier out", () => {
    expect(rows.map((row) => row.map(({ source, id, evidence }) => [source, id, evidence]))).toEqual([
      [["", "", "expected"]],
      [
        ["table", "1", "expected"],
        ["judge", "7", "votes"],
      ],
      [["", "", "expected"]],
    ]);
  });
});
