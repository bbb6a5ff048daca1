import { describe, expect, it } from "vitest";
import type { Battle } from "@/lib/domain/battle";
import type { RatedRow } from "@/lib/training/sources/table-difficulty";
import { fitCorpus } from "./fit-corpus";
import { collectPreferences } from "./preference-sources";

const corpus = fitCorpus(["a first text to weigh words by", "a second one"]);
const battle = (prompt: string, models: string, outcome: number, category = ""): Battle => {
  const [modelA = "", modelB = ""] = models.split(" ");
  return { id: prompt, prompt, modelA, modelB, outcome, source: "", category };
};
const collect = (options: {
  battles?: Readonly<Record<string, readonly Battle[]>>;
  rated?: Readonly<Record<string, readonly RatedRow[]>>;
  ratings?: Readonly<Record<string, number>>;
}) =>
  collectPreferences({
    corpus,
    battles: new Map(Object.entries(options.battles ?? {})),
    rated: new Map(Object.entries(options.rated ?? {})),
    ratings: new Map(Object.entries(options.ratings ?? {})),
  });
const near = (values: readonly number[]) => values.map((value): unknown => expect.closeTo(value, 12));

describe("battles of a file that the recipe does not name", () => {
  const ratings = { good: 1200, fair: 1000, poor: 800, twin: 1000 };

  it("are seen from the higher-rated model, less what its pair does on average", () => {
    const own = [
      battle("p1", "good poor", 1),
      battle("p2", "poor good", 1), // the better model lost
      battle("p3", "good poor", 1),
      battle("p3", "good fair", 0.5),
      battle("p4", "good fair", 1),
      battle("p5", "fair twin", 1), // neither is better
    ];
    const [source, ...others] = collect({ battles: { own }, ratings });
    expect(others).toEqual([]);
    expect(source).toMatchObject({ name: "own", kind: "battles", level: 0.1, weight: 2 });
    expect(source?.prompts.map(({ prompt }) => prompt)).toEqual(["p1", "p2", "p3", "p4"]);
    // good–poor: 1, 0, 1, mean 2/3; good–fair: 1/2, 1, mean 3/4; p3 has one of each.
    expect([...(source?.targets ?? [])]).toEqual(near([1 / 3, -2 / 3, (1 / 3 - 1 / 4) / 2, 1 / 4]));
  });

  it("are pulled towards their category's mean where a prompt has few votes and categories are known", () => {
    const own = [
      battle("p1", "good poor", 1, "maths"),
      battle("p2", "good poor", 0, "maths"),
      battle("p3", "good poor", 1, "art"),
      battle("p4", "good poor", 1, "maths"),
    ];
    const [source] = collect({ battles: { own }, ratings });
    // Less the pair's mean .75: .25, −.75, .25, .25. Maths: −.25 over 3 + 20 rows; art: .25 over 1 + 20.
    const [maths, art] = [-0.25 / 23, 0.25 / 21];
    expect([...(source?.targets ?? [])]).toEqual(
      near([0.3 * 0.25 + 0.7 * maths, 0.3 * -0.75 + 0.7 * maths, 0.3 * 0.25 + 0.7 * art, 0.3 * 0.25 + 0.7 * maths]),
    );
  });

  it("are no source if none of them tells", () => {
    expect(collect({ battles: { own: [battle("p1", "fair twin", 1)], empty: [] }, ratings })).toEqual([]);
  });
});

describe("battles of a file that the recipe names", () => {
  it("count where a frontier model meets one below it, whatever their ratings, and not among equals or peers", () => {
    const ratings = { "gpt-4-0314": 0, "gpt-4-0613": 3000, small: 2000, other: 1000 };
    const own = [
      battle("p1", "small gpt-4-0314", 0),
      battle("p2", "gpt-4-0314 small", 0),
      battle("p3", "gpt-4-0314 gpt-4-0613", 1), // a peer
      battle("p4", "small other", 1), // neither is of the frontier
    ];
    const [source] = collect({ battles: { "arena-hard-8-models": own }, ratings });
    expect(source).toMatchObject({ level: 0.22, weight: 2 });
    expect(source?.prompts.map(({ prompt }) => prompt)).toEqual(["p1", "p2"]);
    expect([...(source?.targets ?? [])]).toEqual(near([1 / 2, -1 / 2]));
  });

  it("place frontier models among one another by the recipe's order", () => {
    const own = [battle("p1", "gpt-3.5-turbo gpt-4-0314", 0), battle("p2", "gpt-3.5-turbo gpt-4-0314", 1)];
    const [source] = collect({ battles: { "oasst-7-models": own } });
    expect([...(source?.targets ?? [])]).toEqual(near([1 / 2, -1 / 2]));
  });
});

describe("tables", () => {
  const row = (prompt: string, difficulty: number, category = "any"): RatedRow => ({
    row: { id: prompt, prompt, category, scores: new Map() },
    difficulty,
  });

  it("stand in for votes by .06 of a deviation of difficulty rank", () => {
    const table = [row("easy", -3), row("hard", 100), row("middle", 0)];
    const [source] = collect({ rated: { "mbpp-6-models": table } });
    expect(source).toMatchObject({ name: "mbpp-6-models", kind: "table", level: 0.25, weight: 1 });
    // Ranks 1, 3, 2 have mean 2 and deviation √(2/3).
    const step = 0.06 / Math.sqrt(2 / 3);
    expect([...(source?.targets ?? [])]).toEqual(near([-step, step, 0]));
  });

  it("leave multiple choice to its own gate, unless the recipe asks for the category by name", () => {
    const choice = "Which?\nA. 1\nB. 2\nC. 3";
    const open = collect({ rated: { "mbpp-6-models": [row(choice, 1), row("print it", 2)] } });
    expect(open[0]?.prompts.map(({ prompt }) => prompt)).toEqual(["print it"]);
    const named = collect({ rated: { "fourteen-tasks-9-models": [row(choice, 1, "gpqa"), row("x", 2, "unnamed")] } });
    expect(named.map(({ name, prompts }) => [name, prompts.length])).toEqual([["fourteen-tasks-9-models: gpqa", 1]]);
  });
});
