import { expect, it } from "vitest";
import type { RatedRow } from "./table-difficulty";
import { collectWordProblems } from "./word-problem-sources";

let serial = 0;
const rated = (prompt: string, difficulty: number, category = "any"): RatedRow => {
  serial += 1;
  return { row: { id: `row ${serial}`, prompt, category, scores: new Map() }, difficulty };
};
const words = (count: number) =>
  Array.from({ length: count }, (_, index) => `word${"abcdefghij"[index % 10]}`).join(" ");
const asGiven = (difficulties: readonly number[]) => Float64Array.from(difficulties);

it("sorts competition problems into stories of 20 words and more and bare exercises, and leaves drawings out", () => {
  const story = rated(`${words(20)} 7`, 0.5);
  const exercise = rated(`${words(19)} 7`, 0.25);
  // What stands in formulas is no word.
  const formula = rated(`${words(15)} $long formula with many words in it$ \\text \\frac`, 0.75);
  const drawing = rated(`${words(30)} [asy] draw(a); [/asy]`, 1);
  const sources = collectWordProblems(new Map([["math-6-models", [story, exercise, formula, drawing]]]), asGiven);
  expect(sources).toEqual([
    { name: "competition stories", prompts: [story.row.prompt], targets: Float64Array.of(0.5) },
    {
      name: "competition exercises",
      prompts: [exercise.row.prompt, formula.row.prompt],
      targets: Float64Array.of(0.25, 0.75),
    },
  ]);
});

it("takes quantitative questions of MMLU-Pro by subject, without their options", () => {
  const physics = rated(`${words(12)} 3 m, 4 s?\nA. 1\nB. 2\nC. 3`, 0.5, "physics");
  const short = rated(`${words(11)} 3 m, 4 s?\nA. 1\nB. 2\nC. 3`, 0.5, "physics");
  const one = rated(`${words(12)} 3 m?\nA. 10\nB. 20\nC. 30`, 0.5, "physics"); // digits in options do not count
  const law = rated(`${words(12)} 3 m, 4 s?\nA. 1\nB. 2\nC. 3`, 0.5, "law");
  const sources = collectWordProblems(new Map([["mmlu-pro", [physics, short, one, law]]]), asGiven);
  expect(sources).toEqual([{ name: "physics", prompts: [`${words(12)} 3 m, 4 s?`], targets: Float64Array.of(0.5) }]);
});

it("takes the frame off the tasks' problems, and ranks difficulty within each source alone", () => {
  const framed = rated("Q: What is left of 9 after 4?\nA: The answer is", 0.1, "math");
  const choices = rated("Q: What is left of 8 after 4? Answer Choices: (a) 3 (b) 4", 0.9, "math");
  const grid = rated("Who owns the fish?", 0.4, "agentverse-logicgrid");
  const other = rated("Who wrote it?", 0.4, "trivia_qa");
  const asked: number[][] = [];
  const sources = collectWordProblems(
    new Map([["fourteen-tasks-9-models", [framed, grid, choices, other]]]),
    (difficulties) => {
      asked.push([...difficulties]);
      return asGiven(difficulties);
    },
  );
  expect(sources.map(({ name, prompts }) => [name, ...prompts])).toEqual([
    ["math task", "What is left of 9 after 4?", "What is left of 8 after 4?"],
    ["logic grids", "Who owns the fish?"],
  ]);
  expect(asked).toEqual([[0.1, 0.9], [0.4]]);
});

it("finds nothing in tables it does not know", () => {
  expect(collectWordProblems(new Map([["own", [rated(words(40), 1)]]]), asGiven)).toEqual([]);
  expect(collectWordProblems(new Map(), asGiven)).toEqual([]);
});
