import { describe, expect, it } from "vitest";
import { withinRoom } from "./within-room";

const sizeOf = (text: string): number => text.length;

describe("withinRoom", () => {
  it("keeps the first ones that fit, and nothing behind the first that does not", () => {
    expect(withinRoom(["aa", "bbb", "c"], { room: 5, limit: 9, sizeOf })).toEqual(["aa", "bbb"]);
    expect(withinRoom(["aa", "bbbb", "c"], { room: 5, limit: 9, sizeOf })).toEqual(["aa"]);
  });

  it("keeps no more than the limit, and nothing that is too large by itself", () => {
    expect(withinRoom(["a", "b", "c"], { room: 9, limit: 2, sizeOf })).toEqual(["a", "b"]);
    expect(withinRoom(["aaaaaa"], { room: 5, limit: 2, sizeOf })).toEqual([]);
    expect(withinRoom<string>([], { room: 5, limit: 2, sizeOf })).toEqual([]);
  });
});
