import { describe, expect, it } from "vitest";
import { createContaminationCheck } from "./contamination-check";

const BENCHMARK = [
  "Which of these planets has the largest number of known moons today?\nA. Mars\nB. Saturn\nC. Venus",
  "Which is true?\nA. this\nB. that\nC. both",
  "Tom buys twelve red apples and seven green pears at the market on Monday, eats two of them on the way home, gives three to his sister, and bakes the rest into a pie for his neighbours. How many pieces of fruit are in the pie?",
];
const row = (prompt: string, flagged = false) => ({ id: `id of ${prompt}`, prompt, flagged });
const kept = (...prompts: readonly string[]) => {
  const check = createContaminationCheck(BENCHMARK);
  return { prompts: check.keepClean(prompts.map((prompt) => row(prompt))).map(({ prompt }) => prompt), ...check.found };
};

describe("createContaminationCheck", () => {
  it("keeps what has nothing to do with a benchmark", () => {
    expect(kept("Write a poem about the moons of Saturn.", "", "?!")).toMatchObject({
      prompts: ["Write a poem about the moons of Saturn.", "", "?!"],
      textMatches: 0,
      nearDuplicates: 0,
    });
  });

  it("finds copies whatever their case, spacing and punctuation", () => {
    const copy = BENCHMARK[0]?.toUpperCase().replaceAll(" ", "  ") ?? "";
    expect(kept(copy)).toMatchObject({ prompts: [], textMatches: 1 });
  });

  it("finds a question with other options, or with none, by its stem", () => {
    const stem = "Which of these planets has the largest number of known moons today?";
    expect(kept(stem, `${stem}\nA. Pluto\nB. Jupiter\nC. Earth`)).toMatchObject({ prompts: [], textMatches: 2 });
  });

  it("does not take a short stem, which unrelated questions share, for a copy", () => {
    const other = "Which is true?\nA. Water is wet\nB. Fire is cold\nC. Snow is black\nD. Grass is blue";
    expect(kept(other).prompts).toEqual([other]);
  });

  it("finds a near copy in which a word or two were changed, and keeps a variation in which half were", () => {
    const near = BENCHMARK[2]?.replace("Monday", "Friday") ?? "";
    expect(kept(near)).toMatchObject({ prompts: [], textMatches: 0, nearDuplicates: 1 });
    const variation = BENCHMARK[2]?.slice(0, 110) ?? "";
    expect(kept(variation).prompts).toEqual([variation]);
  });

  it("leaves out what its source flags, without looking further, and counts rows and distinct prompts", () => {
    const check = createContaminationCheck(BENCHMARK);
    const [copy = ""] = BENCHMARK;
    expect(check.keepClean([row("harmless", true), row("harmless"), row(copy, true), row(copy), row(copy)])).toEqual([
      row("harmless"),
    ]);
    expect(check.found).toEqual({ flagged: 2, textMatches: 1, nearDuplicates: 0, copies: [`id of ${copy}`] });
    check.keepClean([row(copy)]);
    expect(check.found).toMatchObject({ textMatches: 1, copies: [`id of ${copy}`] });
  });

  it("keeps everything where there is no benchmark", () => {
    expect(createContaminationCheck([]).keepClean([row("anything"), row("")])).toHaveLength(2);
  });
});
