import { describe, expect, it } from "vitest";
import { rankCorrelation } from "@/lib/math/rank-correlation";
import { createRandom } from "@/lib/math/seeded-random";
import { promptGate } from "@/lib/text/prompt-gate";
import { splitPrompt } from "@/lib/text/prompt-parts";
import { storyProblems } from "./story-problems";
import { STORY_WORDS } from "./story-templates";

const COUNT = 2000;
const stories = storyProblems({ count: COUNT, random: createRandom(3) });
const sentencesOf = (story: string): readonly string[] => story.split(/(?<=[.?])\s+/);
const tally = (values: readonly number[]): ReadonlyMap<number, number> =>
  new Map([...new Set(values)].map((value) => [value, values.filter((each) => each === value).length]));

describe("storyProblems", () => {
  it("tells one to eight sentences, each number of them about as often, and then asks one question", () => {
    for (const story of stories) expect(story.match(/\?/g)).toHaveLength(1);
    for (const story of stories) expect(story).toMatch(/\?$/);
    const told = tally(stories.map((story) => sentencesOf(story).length - 1));
    expect([...told.keys()].sort((left, right) => left - right)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    // 2,000 / 8 = 250, with a binomial deviation of 15.
    for (const [sentences, count] of told) {
      expect(count, `${sentences} sentences`).toBeGreaterThan(190);
      expect(count, `${sentences} sentences`).toBeLessThan(310);
    }
  });

  it("leaves no slot of a template open and begins every sentence with a capital, a digit or a price", () => {
    for (const story of stories) {
      expect(story).not.toMatch(/[{}]/);
      for (const sentence of sentencesOf(story)) expect(sentence).toMatch(/^[A-Z0-9$]/);
    }
  });

  it("speaks of at most two of each kind of people and things in one story", () => {
    const apart = STORY_WORDS.name.filter((name) => /^[A-Z]/.test(name));
    const named = stories.map((story) => apart.filter((name) => new RegExp(`\\b${name}\\b`).test(story)).length);
    expect(Math.max(...named)).toBe(2);
    expect(new Set(stories.flatMap((story) => apart.filter((name) => story.includes(name))))).toEqual(new Set(apart));
  });

  it("makes problems that the encoder takes for word problems, hardly two of them alike", () => {
    const problems = stories.filter((story) => promptGate(story, splitPrompt(story)) === "word problem");
    expect(problems.length).toBeGreaterThan(0.9 * COUNT);
    expect(new Set(stories).size).toBeGreaterThan(0.99 * COUNT);
  });

  it("lets length and the amount of numbers come apart: stories of four sentences may hold none or twelve", () => {
    const four = stories.filter((story) => sentencesOf(story).length === 5);
    const numbers = (list: readonly string[]) => list.map((story) => story.match(/\d+/g)?.length ?? 0);
    expect(Math.min(...numbers(four))).toBeLessThanOrEqual(2);
    expect(Math.max(...numbers(four))).toBeGreaterThanOrEqual(11);
    const lengths = stories.map(({ length }) => length);
    expect(rankCorrelation(lengths, numbers(stories))).toBeLessThan(0.9);
  });

  it("draws numbers from single digits to hundreds", () => {
    const digits = tally(stories.flatMap((story) => (story.match(/\b\d+\b/g) ?? []).map(({ length }) => length)));
    for (const length of [1, 2, 3]) expect(digits.get(length) ?? 0, `${length} digits`).toBeGreaterThan(COUNT / 4);
  });

  it("gives the same stories for the same seed, others for another, and none when none are asked for", () => {
    const tell = (seed: number) => storyProblems({ count: 9, random: createRandom(seed) });
    expect(tell(3)).toEqual(stories.slice(0, 9));
    expect(tell(4)).not.toEqual(tell(3));
    expect(storyProblems({ count: 0, random: createRandom(3) })).toEqual([]);
  });
});
