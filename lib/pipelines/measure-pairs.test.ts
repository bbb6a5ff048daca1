import { expect, it } from "vitest";
import type { PairQuestion } from "@/lib/datasets/read-pair-table";
import { toWinRate } from "@/lib/domain/win-rate";
import { pairOutcomesSchema } from "@/lib/schemas/artifacts/pair-outcomes-artifact";
import { smallPairScores } from "@/lib/test/small-pair-table";
import { pairTable } from "@/lib/view/explore/loaded-pair-table";
import { packPairOutcomes } from "./pack-pair-outcomes";
import { playerStrengths } from "./player-strengths";

const question = (id: string, category: string, scores: PairQuestion["scores"]): PairQuestion => ({
  ...{ id, category, scores },
  prompt: `Secret text of ${id}`,
  flagged: false,
});

it("packs outcomes without a word of the questions, and they come back as they were", () => {
  const questions = [
    question("pro-10", "law", { Big_1: 1, small: 0 }),
    question("pro-11", "maths", { Big_1: 1, small: null }),
    question("pro-12", "law", { Big_1: 0, small: 1 }),
  ];
  const outcomes = packPairOutcomes("mmlu-pro", { questions, source: "made up", licence: "MIT" });
  expect(JSON.stringify(outcomes)).not.toContain("Secret");
  expect(pairOutcomesSchema.parse(outcomes)).toMatchObject({
    idPrefix: "pro-1",
    ids: ["0", "1", "2"],
    categories: ["law", "maths"],
    models: [
      { name: "Big_1", canonical: "big_1" },
      { name: "small", canonical: "small" },
    ],
  });
  const table = pairTable(outcomes, { ...smallPairScores, rows: [0, 1, 2] });
  expect(table.ids).toEqual(["pro-10", "pro-11", "pro-12"]);
  expect(table.models.map(({ name, outcomes: column }) => [name, [...column]])).toEqual([
    ["Big_1", [1, 1, 0]],
    ["small", [0, 255, 1]],
  ]);
});

it("needs no second set where every model was asked everything", () => {
  const questions = [question("a", "law", { one: 1, two: 0 })];
  expect(packPairOutcomes("math", { questions, source: "made up", licence: "MIT" }).asked).toBeNull();
});

it("finds each player's strength from the router's own comparisons, and keeps certainty finite", () => {
  const embeddings = [{ vector: Float64Array.from([1]), group: 0 }];
  const strengths = playerStrengths({
    embeddings,
    playerCount: 3,
    createScorer:
      ({ strong, weak }) =>
      () =>
        toWinRate(strong === 1 && weak === 0 ? 0.75 : 1),
  });
  expect(strengths[0]).toBe(0);
  expect(strengths[1]).toBeCloseTo(Math.log(3), 12);
  expect(strengths[2]).toBe(30);
});
