import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { mixWordProblems } from "./mix-word-problems";

const PROBLEMS = [
  "A baker makes 24 loaves each morning. She sells 9 of them before noon. In the evening she gives 3 to a shelter. How many loaves are left at the end of the day?",
  "A train leaves with 120 people on board. At the first stop 35 people leave and 18 enter. A ticket costs 4 coins. How many coins have the people on board paid in all?",
];

describe("mixWordProblems", () => {
  it("joins sentences of real word problems, one of their questions last", () => {
    const mixed = mixWordProblems({ prompts: PROBLEMS, count: 50, random: createRandom(1) });
    expect(new Set(mixed).size).toBeGreaterThan(10);
    const sentences = PROBLEMS.flatMap((problem) => problem.split(/(?<=[.?])\s/));
    for (const problem of mixed) {
      expect(problem).toMatch(/\?$/);
      expect(problem.split(/(?<=[.?])\s/).filter((sentence) => !sentences.includes(sentence))).toEqual([]);
    }
  });

  it("uses word problems in prose alone, and makes nothing of nothing", () => {
    const others = ["Hi there. How are you?", "Let $x = 3$ and $y = 4$. How many integers lie between $x$ and $y$?"];
    expect(mixWordProblems({ prompts: others, count: 9, random: createRandom(1) })).toEqual([]);
  });

  it("gives the same problems for the same seed", () => {
    const mix = () => mixWordProblems({ prompts: PROBLEMS, count: 9, random: createRandom(3) });
    expect(mix()).toEqual(mix());
  });
});
