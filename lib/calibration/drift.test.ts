import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toThreshold } from "@/lib/domain/threshold";
import { createRandom } from "@/lib/math/seeded-random";
import { compareSamples } from "./drift";

const draws = (size: number, draw: () => number): number[] => Array.from({ length: size }, draw);
const samples = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 1)), {
  minLength: 1,
  maxLength: 80,
});

it("finds no difference between a sample and itself, nor between it and itself many times over", () => {
  fc.assert(
    fc.property(samples, (winRates) => {
      for (const other of [winRates, Array.from({ length: 9 }, () => winRates).flat()]) {
        const { stability, level, share, otherShare } = compareSamples({ winRates, other, name: "itself" });
        expect(stability).toBeCloseTo(0, 12);
        expect(level).toBe("same");
        expect(share).toBeCloseTo(otherShare, 12);
      }
    }),
  );
});

it("is finite and not negative for any two samples", () => {
  fc.assert(
    fc.property(samples, samples, (winRates, other) => {
      const { stability } = compareSamples({ winRates, other, name: "other" });
      expect(Number.isFinite(stability)).toBe(true);
      expect(stability).toBeGreaterThanOrEqual(0);
    }),
  );
});

describe.each([
  [12, 12],
  [20, 2000],
  [200, 200],
  [5000, 300],
])("on %i and %i rows of one kind", (n, m) => {
  it("warns in no more than about 5 of 100 cases", () => {
    const random = createRandom(n + m);
    const rounds = 400;
    let warned = 0;
    for (let round = 0; round < rounds; round++) {
      const comparison = compareSamples({ winRates: draws(n, random), other: draws(m, random), name: "other" });
      if (comparison.level !== "same") warned += 1;
    }
    // Three standard errors above 5 %.
    expect(warned / rounds).toBeLessThan(0.083);
  });
});

it("is the index of the decile shares where samples are large", () => {
  // Uniform against the square root of uniform: with density 2x, decile i has a share of (2i − 1)/100.
  const other = draws(100_000, createRandom(1));
  const winRates = draws(100_000, createRandom(2)).map(Math.sqrt);
  const exact = Array.from({ length: 10 }, (_, bin) => (2 * bin + 1) / 100).reduce(
    (sum, p) => sum + (p - 0.1) * Math.log(p / 0.1),
    0,
  );
  const { stability, level, share, otherShare } = compareSamples({ winRates, other, name: "uniform" });
  expect(stability).toBeCloseTo(exact, 1);
  expect(level).toBe("different");
  expect(otherShare).toBeCloseTo(0.5, 3);
  expect(share).toBeCloseTo(0.75, 2);
  expect(compareSamples({ winRates: other, other: winRates, name: "back" }).stability).toBeCloseTo(stability, 0);
});

it("tells a moderate change from a great one", () => {
  const other = draws(4000, createRandom(3));
  const moved = (by: number) => draws(4000, createRandom(4)).map((winRate) => winRate ** by);
  expect(compareSamples({ winRates: moved(1.15), other, name: "a" }).level).toBe("same");
  expect(compareSamples({ winRates: moved(1.5), other, name: "b" }).level).toBe("moderate");
  expect(compareSamples({ winRates: moved(2.5), other, name: "c" }).level).toBe("different");
});

it("sees a move away from a value that all prompts shared", () => {
  const other = new Array<number>(100).fill(0.5);
  for (const winRate of [0.4, 0.6]) {
    const winRates = new Array<number>(100).fill(winRate);
    expect(compareSamples({ winRates, other, name: "alike" })).toMatchObject({ level: "different", otherShare: 0 });
    const given = compareSamples({ winRates, other, name: "alike", threshold: toThreshold(0.5) });
    expect([given.otherShare, given.share]).toEqual([1, winRate < 0.5 ? 0 : 1]);
  }
});

it("calls a great change one even on few prompts", () => {
  const winRates = draws(25, createRandom(5)).map((winRate) => 0.9 + winRate / 10);
  expect(compareSamples({ winRates, other: draws(1000, createRandom(6)), name: "all" }).level).toBe("different");
});

it("reads the other's α at the target asked for", () => {
  const other = draws(1000, createRandom(7));
  expect(compareSamples({ winRates: other, other, name: "x", strongShare: 0.2 }).share).toBeCloseTo(0.2, 3);
});

it("refuses samples without a row", () => {
  expect(() => compareSamples({ winRates: [], other: [0.5], name: "x" })).toThrow("at least one is needed");
  expect(() => compareSamples({ winRates: [0.5], other: [], name: "x" })).toThrow("at least one is needed");
});
