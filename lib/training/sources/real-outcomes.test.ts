import { expect, it } from "vitest";
import { realOutcomes } from "./real-outcomes";

it("takes the pair's own answers: 1 where only strong is right, 0 where only weak is, half else", () => {
  const pairRows = [
    { id: "both", prompt: "both", subject: "", strong: 1, weak: 1 },
    { id: "strong", prompt: "strong", subject: "", strong: 1, weak: 0 },
    { id: "weak", prompt: "weak", subject: "", strong: 0, weak: 1 },
  ];
  const outcomes = realOutcomes({
    pair: { strong: "big", weak: "small" },
    tables: [],
    battles: new Map(),
    pairRows,
    written: [],
  });
  expect(outcomes.map(({ prompt, outcome }) => [prompt, outcome])).toEqual([
    ["both", 0.5],
    ["strong", 1],
    ["weak", 0],
  ]);
  expect(new Set(outcomes.map(({ source }) => source))).toEqual(new Set(["big and small"]));
});
