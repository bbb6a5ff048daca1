import { describe, expect, it } from "vitest";
import { occlusionMarks, strongestMarks } from "./occlusion-marks";

describe("occlusionMarks", () => {
  const marks = occlusionMarks({
    prompt: "Please prove it all",
    winRate: 0.6,
    pieces: [
      { start: 0, end: 7, without: 0.65 },
      { start: 7, end: 13, without: 0.5 },
      { start: 13, end: 16, without: 0.60001 },
      { start: 16, end: 19, without: 0.58 },
    ],
  });

  it("tells what each word does, against the largest; what cannot be told from rounding does nothing", () => {
    expect(marks.map(({ text }) => text)).toEqual(["Please ", "prove ", "it ", "all"]);
    expect(marks.map(({ effect }) => Number(effect.toFixed(9)))).toEqual([-0.05, 0.1, 0, 0.02]);
    expect(marks.map(({ strength }) => Number(strength.toFixed(9)))).toEqual([0.5, 1, 0, 0.2]);
  });

  it("lists the words that speak for a side, strongest first", () => {
    expect(strongestMarks(marks, { side: "strong", most: 4 }).map(({ text }) => text)).toEqual(["prove ", "all"]);
    expect(strongestMarks(marks, { side: "weak", most: 4 }).map(({ text }) => text)).toEqual(["Please "]);
    expect(strongestMarks(marks, { side: "strong", most: 1 })).toHaveLength(1);
  });

  it("has no strengths where nothing matters", () => {
    const pieces = [{ start: 0, end: 1, without: 0.5 }];
    expect(occlusionMarks({ prompt: "a", winRate: 0.5, pieces })[0]).toMatchObject({ effect: 0, strength: 0 });
  });
});
