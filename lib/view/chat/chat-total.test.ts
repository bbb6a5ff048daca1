import { describe, expect, it } from "vitest";
import { totalOf } from "./chat-total";

describe("totalOf", () => {
  it("adds what is known and counts what is not", () => {
    const weak = { cost: 0.25, alwaysStrong: 1, alwaysWeak: 0.25 };
    const strong = { cost: 2, alwaysStrong: 2, alwaysWeak: 0.5 };
    expect(totalOf([weak, undefined, strong])).toEqual({
      ...{ cost: 2.25, alwaysStrong: 3, alwaysWeak: 0.75, billed: 2, unbilled: 1, savedShare: 0.25 },
    });
  });

  it("saves nothing of nothing", () => {
    expect(totalOf([])).toMatchObject({ cost: 0, billed: 0, savedShare: null });
    expect(totalOf([{ cost: 0, alwaysStrong: 0, alwaysWeak: 0 }]).savedShare).toBeNull();
  });
});
