import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPromptSequence } from "./prompt-sequence";

/** A token a character. */
const encode = (text: string) => Array.from(text, (character) => character.codePointAt(0) ?? 0);
const text = (ids: readonly number[]) => String.fromCodePoint(...ids);

describe("createPromptSequence", () => {
  it("reads a prompt alone or inside an instruction", () => {
    expect(text(createPromptSequence({ encode, positions: 9 })("hello"))).toBe("hello");
    expect(text(createPromptSequence({ encode, positions: 9, instruction: "<{prompt}>?" })("hello"))).toBe("<hello>?");
  });

  it("shortens the prompt and never the instruction", () => {
    expect(text(createPromptSequence({ encode, positions: 9, instruction: "<{prompt}>?" })("0123456789"))).toBe(
      "<012389>?",
    );
  });

  it("always gives between one and all positions, whatever the prompt", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 4, max: 40 }), (prompt, positions) => {
        const { length } = createPromptSequence({ encode, positions, instruction: "<{prompt}>?" })(prompt);
        expect(length).toBeGreaterThanOrEqual(4);
        expect(length).toBeLessThanOrEqual(positions);
      }),
    );
    expect(createPromptSequence({ encode, positions: 4 })("")).toEqual([32]);
    expect(createPromptSequence({ encode, positions: 8 })("x".repeat(1e6))).toHaveLength(8);
  });

  it("refuses an instruction without a place for the prompt or without room for it", () => {
    expect(() => createPromptSequence({ encode, positions: 9, instruction: "none" })).toThrow("{prompt}");
    expect(() => createPromptSequence({ encode, positions: 3, instruction: "<{prompt}>?" })).toThrow("all 3 positions");
  });
});
