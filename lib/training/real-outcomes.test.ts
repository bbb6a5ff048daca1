import { expect, it } from "vitest";
import type { Battle } from "@/lib/domain/battle";
import { countSources, realOutcomes } from "./real-outcomes";
import type { TrainingData } from "./training-data";

const battle = (modelA: string, modelB: string, outcome: number): Battle => ({
  id: "",
  prompt: `${modelA} or ${modelB}`,
  modelA,
  modelB,
  outcome,
  source: "votes",
  category: "",
});
const data: TrainingData = {
  pair: { strong: "big", weak: "small" },
  tables: [],
  battles: new Map([
    [
      "votes",
      [battle("large", "little", 1), battle("little", "large", 0.5), battle("large", "big", 0), battle("x", "big", 1)],
    ],
  ]),
  pairRows: [
    { prompt: "both", subject: "", strong: 1, weak: 1 },
    { prompt: "strong", subject: "", strong: 1, weak: 0 },
    { prompt: "weak", subject: "", strong: 0, weak: 1 },
  ],
  written: [],
};
const ratings = new Map([
  ["big", 1200],
  ["small", 900],
  ["large", 1100],
  ["little", 750],
]);

it("takes the pair's own answers and battles of models about as far apart, from the stronger one's side", () => {
  const outcomes = realOutcomes({ data, ratings });
  expect(outcomes.map(({ prompt, outcome }) => [prompt, outcome])).toEqual([
    ["both", 0.5],
    ["strong", 1],
    ["weak", 0],
    ["large or little", 1],
    ["little or large", 0.5],
  ]);
  expect(countSources(outcomes)).toEqual([
    { name: "big and small", battles: 3 },
    { name: "votes: large and little", battles: 2 },
  ]);
});
