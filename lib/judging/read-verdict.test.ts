import { describe, expect, it } from "vitest";
import { combineVerdicts, parseVerdict } from "./read-verdict";

describe("parseVerdict", () => {
  it.each([
    ['{"reasoning":"r","winner":"first"}', "first"],
    ['```json\n{"reasoning": "a } in it", "winner": "second"}\n```', "second"],
    ['I think {"reasoning":"","winner":"tie"} is fair.', "tie"],
    ['{"reasoning":"r","winner":"A"}', undefined],
    ['{"winner":"first"}', undefined],
    ['{"reasoning":"r","winner":"fir', undefined],
    ["first", undefined],
    ["", undefined],
    ["}{", undefined],
    ["[1]", undefined],
  ])("reads %o as %o", (text, expected) => {
    expect(parseVerdict(text)).toBe(expected);
  });
});

describe("combineVerdicts", () => {
  it.each([
    ["first", "second", "model_a"],
    ["second", "first", "model_b"],
    ["tie", "tie", "tie"],
    // The same place twice: the judge leans to a place, not to an answer.
    ["first", "first", "tie"],
    ["second", "second", "tie"],
    ["first", "tie", "tie"],
    ["tie", "first", "tie"],
    ["tie", "second", "tie"],
    ["second", "tie", "tie"],
  ] as const)("makes of %s (strong first) and %s (weak first): %s", (strongFirst, weakFirst, winner) => {
    expect(combineVerdicts({ strongFirst, weakFirst }).winner).toBe(winner);
  });

  it("tells both verdicts as battles name the models", () => {
    expect(combineVerdicts({ strongFirst: "first", weakFirst: "first" }).verdicts).toEqual(["model_a", "model_b"]);
  });
});
