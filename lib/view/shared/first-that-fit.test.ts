import { describe, expect, it } from "vitest";
import { firstThatFit } from "./first-that-fit";

const sizeOf = (text: string): number => text.length;

describe("firstThatFit", () => {
  it("keeps the first ones that fit, and nothing behind the first that does not", () => {
    expect(firstThatFit(["aa", "bbb", "c"], { room: 5, limit: 9, sizeOf })).toEqual(["aa", "bbb"]);
    expect(firstThatFit(["aa", "bbbb", "c"], { room: 5, limit: 9, sizeOf })).toEqual(["aa"]);
  });

  it("keeps no more than the limit, and nothing that is too large by itself", () => {
    expect(firstThatFit(["a", "b", "c"], { room: 9, limit: 2, sizeOf })).toEqual(["a", "b"]);
    expect(firstThatFit(["aaaaaa"], { room: 5, limit: 2, sizeOf })).toEqual([]);
    expect(firstThatFit<string>([], { room: 5, limit: 2, sizeOf })).toEqual([]);
  });
});
