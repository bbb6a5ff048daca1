import { describe, expect, it } from "vitest";
import { EASY_PROMPTS, HARD_PROMPTS } from "@/lib/test/easy-hard-prompts";
import { EXAMPLE_KINDS } from "@/lib/view/shared/example-kinds";
import { EXAMPLE_PROMPTS } from "./example-prompts";
import { shareablePrompt } from "./shareable-prompt";

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);

/** Share of the words of four letters or more that two prompts have in common (Jaccard), in [0, 1]; 0 if neither has any. */
function wordOverlap(a: string, b: string): number {
  const [wordsOfA, wordsOfB] = [wordsOf(a), wordsOf(b)];
  const shared = [...wordsOfA].filter((word) => wordsOfB.has(word)).length;
  const all = wordsOfA.size + wordsOfB.size - shared;
  return all === 0 ? 0 : shared / all;
}

describe("example prompts", () => {
  it("offers at least 40 prompts over at least ten kinds, six of each kind", () => {
    expect(EXAMPLE_PROMPTS.length).toBeGreaterThanOrEqual(40);
    expect(EXAMPLE_KINDS.length).toBeGreaterThanOrEqual(10);
    for (const { id } of EXAMPLE_KINDS) {
      expect(EXAMPLE_PROMPTS.filter(({ kind }) => kind === id).length, id).toBe(6);
    }
  });

  it("gives every kind and every prompt an identity of its own", () => {
    const distinct = (values: readonly string[]) => new Set(values).size;
    expect(distinct(EXAMPLE_KINDS.map(({ id }) => id))).toBe(EXAMPLE_KINDS.length);
    expect(distinct(EXAMPLE_KINDS.map(({ label }) => label))).toBe(EXAMPLE_KINDS.length);
    expect(distinct(EXAMPLE_PROMPTS.map(({ id }) => id))).toBe(EXAMPLE_PROMPTS.length);
    expect(distinct(EXAMPLE_PROMPTS.map(({ title }) => title))).toBe(EXAMPLE_PROMPTS.length);
    expect(distinct(EXAMPLE_PROMPTS.map(({ prompt }) => prompt))).toBe(EXAMPLE_PROMPTS.length);
  });

  it.each(EXAMPLE_PROMPTS)("$id fits a chip and the prompt field", ({ id, title, prompt }) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(title).toBe(title.trim());
    expect(title).not.toBe("");
    expect([...title].length).toBeLessThanOrEqual(32);
    expect(prompt).toBe(prompt.trim());
    expect(prompt).not.toBe("");
    expect(shareablePrompt(prompt)).toBe(prompt);
  });

  it("shares no prompt, nor a rewording of one, with the easy and hard prompts routers are judged on", () => {
    for (const { id, prompt } of EXAMPLE_PROMPTS) {
      for (const other of [...EASY_PROMPTS, ...HARD_PROMPTS]) {
        expect(prompt).not.toBe(other);
        expect(wordOverlap(prompt, other), `${id} against “${other}”`).toBeLessThan(0.34);
      }
    }
  });
});
