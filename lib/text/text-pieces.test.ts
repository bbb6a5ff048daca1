import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textPieces } from "./text-pieces";

const textsOf = (text: string, most: number) => textPieces(text, most).map(({ start, end }) => text.slice(start, end));

describe("textPieces", () => {
  it("cuts at words; blanks and marks belong to the word before them, or to the first", () => {
    expect(textsOf("“Why, oh why?” he said.", 9)).toEqual(["“Why, ", "oh ", "why?” ", "he ", "said."]);
  });

  it("lets neighbours share a piece of a longer text", () => {
    expect(textsOf("a b c d e f g", 3)).toEqual(["a b c ", "d e f ", "g"]);
  });

  it("gives one piece where there is no word", () => {
    expect(textsOf("…!", 3)).toEqual(["…!"]);
    expect(textsOf("", 3)).toEqual([""]);
  });

  it("covers any text without gaps, in no more pieces than asked for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.integer({ min: 1, max: 40 }), (text, most) => {
        expect(textsOf(text, most).join("")).toBe(text);
        expect(textPieces(text, most).length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
