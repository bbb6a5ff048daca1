import { describe, expect, it } from "vitest";
import { addressProblems, quoted } from "./address-problem";

const half = { parse: (text: string) => (text === "0.3" ? 0.3 : null), but: "a share is 0.3", shown: "half is shown" };

describe("what an address says", () => {
  it.each([
    ["", []],
    ["share=0.3&other=x", []],
    ["share=x", ["This address says share=“x”, but a share is 0.3; half is shown instead."]],
    ["share=", ["This address says share=“”, but a share is 0.3; half is shown instead."]],
    ["share=0.3&share=0.4", ["This address says share 2 times; the first counts."]],
  ])("of %j in one sentence a fault", (query, sentences) => {
    expect(addressProblems(new URLSearchParams(query), { share: half })).toEqual(sentences);
  });

  it("may depend on another key", () => {
    const needs = { ...half, parse: (text: string, query: URLSearchParams) => (query.has("ld") ? text : null) };
    expect(addressProblems(new URLSearchParams("ls=1&ld=2"), { ls: needs })).toEqual([]);
    expect(addressProblems(new URLSearchParams("ls=1"), { ls: needs })).toHaveLength(1);
  });

  it("is quoted in one short line without what nobody sees", () => {
    expect(quoted("a\n\u202e\u200bb")).toBe("“a b”");
    expect(quoted("x".repeat(1000))).toBe(`“${"x".repeat(59)}…”`);
  });
});
