import { describe, expect, it } from "vitest";
import { RoutingError } from "@/lib/domain/routing-error";
import { sigmoid } from "@/lib/math/sigmoid";
import { lengthFeature } from "@/lib/routers/length-router";
import { fitLength } from "./fit-length";

const example = (length: number, outcome: number, weight = 1) => ({ prompt: "a".repeat(length), outcome, weight });

describe("fitLength", () => {
  it("recovers a planted line from soft outcomes", () => {
    const examples = [1, 5, 20, 80, 300, 2000, 9000].map((length) =>
      example(length, sigmoid(-2 + 0.4 * lengthFeature("a".repeat(length)))),
    );
    const { intercept, slope } = fitLength(examples);
    expect(intercept).toBeCloseTo(-2, 4);
    expect(slope).toBeCloseTo(0.4, 4);
  });

  it("treats a weight of 3 as three examples, and double weights as the same data", () => {
    const once = fitLength([example(10, 0.2, 3), example(1000, 0.9, 1)]);
    const thrice = fitLength([example(10, 0.2), example(10, 0.2), example(10, 0.2), example(1000, 0.9)]);
    const doubled = fitLength([example(10, 0.2, 6), example(1000, 0.9, 2)]);
    for (const other of [thrice, doubled]) {
      expect(other.intercept).toBeCloseTo(once.intercept, 8);
      expect(other.slope).toBeCloseTo(once.slope, 8);
    }
  });

  it("stays finite where no line fits best: one length only, all wins, perfect separation", () => {
    const sameLength = fitLength([example(7, 1), example(7, 0.5)]);
    expect(sigmoid(sameLength.intercept + sameLength.slope * Math.log1p(7))).toBeCloseTo(0.75, 4);
    for (const examples of [[example(3, 1)], [example(3, 0), example(30, 1)], [example(3, 1), example(9, 1)]]) {
      const weights = fitLength(examples);
      expect(Number.isFinite(weights.intercept) && Number.isFinite(weights.slope)).toBe(true);
    }
  });

  it("refuses no data and outcomes or weights out of range", () => {
    for (const bad of [[], [example(1, 1, 0)], [example(1, 2)], [example(1, Number.NaN)], [example(1, 1, -1)]]) {
      expect(() => fitLength(bad)).toThrow(RoutingError);
    }
  });
});
