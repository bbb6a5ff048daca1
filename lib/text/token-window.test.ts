import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenWindow } from "./token-window";

describe("tokenWindow", () => {
  it("keeps what fits, and else two thirds of the beginning and a third of the end", () => {
    expect(tokenWindow([1, 2, 3], 3)).toEqual([1, 2, 3]);
    expect(tokenWindow([1, 2, 3, 4, 5, 6, 7, 8], 6)).toEqual([1, 2, 3, 4, 7, 8]);
    expect(tokenWindow([1, 2, 3], 1)).toEqual([1]);
    expect(tokenWindow([], 4)).toEqual([]);
  });

  it("never exceeds the room, and begins and ends as the prompt does", () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 2, max: 50 }), (tokens, room) => {
        const window = tokenWindow(tokens, room);
        expect(window).toHaveLength(Math.min(tokens.length, room));
        expect(window[0]).toBe(tokens[0]);
        expect(window.at(-1)).toBe(tokens.at(-1));
      }),
    );
  });
});
