import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitBytePairs } from "./fit-byte-pairs";

const learn = (words: Record<string, number>, merges = 10, minimumCount = 1) =>
  fitBytePairs(new Map(Object.entries(words)), { merges, minimumCount });

describe("fitBytePairs", () => {
  it("merges the most frequent pair first, then pairs of what was merged", () => {
    expect(learn({ low: 5, lower: 2, newest: 6, widest: 3 }, 4)).toEqual([
      ["e", "s"],
      ["es", "t"],
      ["l", "o"],
      ["lo", "w"],
    ]);
  });

  it("reads overlapping pairs from the left and settles ties by the symbols' order", () => {
    expect(learn({ aaaa: 1 }, 2)).toEqual([
      ["a", "a"],
      ["aa", "aa"],
    ]);
    expect(learn({ cd: 1, ab: 1 }, 1)).toEqual([["a", "b"]]);
  });

  it("stops at the minimum count and at whole words", () => {
    expect(learn({ ab: 3, cd: 1 }, 10, 2)).toEqual([["a", "b"]]);
    expect(learn({})).toEqual([]);
  });

  it("gives the same merges whatever the order of the words", () => {
    const words = fc.dictionary(fc.stringMatching(/^[a-d]{1,8}$/), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(words, (made) => {
        const turned = Object.fromEntries(Object.entries(made).reverse());
        expect(learn(turned)).toEqual(learn(made));
      }),
    );
  });
});
