import { describe, expect, it } from "vitest";
import { createTrackScale, TRACK_SCALES } from "./track-scale";

const scaleOf = (kind: "full" | "range" | "rank", sample: readonly number[]) => createTrackScale({ kind, sample });

describe("the full scale", () => {
  it("runs from 0 to 1", () => {
    const scale = scaleOf("full", [0.4]);
    expect([0, 0.3, 1].map(scale.position)).toEqual([0, 0.3, 1]);
    expect(scale.ends).toEqual(["0.00", "1.00"]);
  });
});

describe("the range scale", () => {
  it("runs over the sample, widened to multiples of 0.05, and clamps what lies outside", () => {
    const scale = scaleOf("range", [0.512, 0.6, 0.731]);
    expect(scale.ends).toEqual(["0.50", "0.75"]);
    expect(scale.position(0.625)).toBeCloseTo(0.5, 12);
    expect([0.4, 0.9].map(scale.position)).toEqual([0, 1]);
    expect([0.4, 0.5, 0.6, 0.75, 0.9].map(scale.beyond)).toEqual(["left", undefined, undefined, undefined, "right"]);
  });

  it.each([
    [[], ["0.00", "1.00"]],
    [
      [0.5, 0.5],
      ["0.45", "0.55"],
    ],
    [[0], ["0.00", "0.05"]],
    [[1], ["0.95", "1.00"]],
  ] as const)("is never empty: %j", (sample, ends) => {
    expect(scaleOf("range", sample).ends).toEqual(ends);
  });
});

describe("the rank scale", () => {
  it("stands a win rate at the share of the sample below it", () => {
    const scale = scaleOf("rank", [0.1, 0.2, 0.3, 0.4]);
    expect([0, 0.2, 0.25, 0.9].map(scale.position)).toEqual([0, 0.25, 0.5, 1]);
    expect(scaleOf("rank", []).position(0.5)).toBe(0);
  });
});

describe("every scale", () => {
  it.each(TRACK_SCALES)("%s never turns the order of win rates around", (kind) => {
    const { position } = scaleOf(kind, [0.2, 0.45, 0.5, 0.52, 0.9]);
    const positions = Array.from({ length: 101 }, (_, index) => position(index / 100));
    for (const [index, value] of positions.entries()) expect(value).toBeGreaterThanOrEqual(positions[index - 1] ?? 0);
  });

  it("counts each prompt of the sample once in its density, the top included", () => {
    const { density } = scaleOf("full", [0, 0.001, 0.5, 1]);
    expect(density).toHaveLength(80);
    expect(density.reduce((sum, height) => sum + height, 0)).toBeCloseTo(4 / 2, 12);
    expect(density.at(-1)).toBe(0.5);
  });
});
