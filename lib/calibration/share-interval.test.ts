import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { calibrate } from "./calibrate";
import { shareInterval } from "./share-interval";

it("is Clopper and Pearson's interval in the long run", () => {
  // scipy.stats.binomtest(30, 100).proportion_ci(): 0.2124064, 0.3998147
  const [low, high] = shareInterval({ strongCount: 30, sampleSize: 100, newPrompts: Number.POSITIVE_INFINITY });
  expect(low).toBeCloseTo(0.2124064, 6);
  expect(high).toBeCloseTo(0.3998147, 6);
});

it("is wider for a batch, and nears the long run as the batch grows", () => {
  const long = shareInterval({ strongCount: 30, sampleSize: 100, newPrompts: Number.POSITIVE_INFINITY });
  const batch = shareInterval({ strongCount: 30, sampleSize: 100 });
  const large = shareInterval({ strongCount: 30, sampleSize: 100, newPrompts: 100_000 });
  expect(batch[0]).toBeLessThan(long[0]);
  expect(batch[1]).toBeGreaterThan(long[1]);
  expect(large[0]).toBeCloseTo(long[0], 3);
  expect(large[1]).toBeCloseTo(long[1], 3);
});

it("is, of a large batch, what the exact distribution of its count gives", () => {
  for (const [strongCount, sampleSize] of [
    [1, 24],
    [12, 24],
    [300, 1000],
    [9000, 12_000],
  ] as const) {
    const [low, high] = shareInterval({ strongCount, sampleSize, newPrompts: 10_001 });
    const exact = shareInterval({ strongCount, sampleSize, newPrompts: 10_000 });
    expect(Math.abs(low - exact[0])).toBeLessThan(2e-4);
    expect(Math.abs(high - exact[1])).toBeLessThan(2e-4);
  }
  const [low, high] = shareInterval({ strongCount: 30, sampleSize: 100, newPrompts: 1e12 });
  expect([low.toFixed(6), high.toFixed(6)]).toEqual(["0.212406", "0.399815"]);
});

describe.each([
  ["few prompts", 20, 0.3],
  ["many prompts", 300, 0.5],
  ["a rare share", 200, 0.02],
])("on %s", (_, sampleSize, strongShare) => {
  it("holds the share of the next batch in at least 95 of 100 calibrations", () => {
    const random = createRandom(sampleSize);
    const rounds = 1500;
    let inside = 0;
    for (let round = 0; round < rounds; round++) {
      const winRates = Array.from({ length: sampleSize }, random);
      const { threshold, interval } = calibrate({ winRates, strongShare });
      const next = Array.from({ length: sampleSize }, random);
      const share = next.filter((winRate) => winRate >= threshold).length / sampleSize;
      if (share >= interval[0] && share <= interval[1]) inside += 1;
    }
    // Three standard errors of 1,500 rounds below 95 %; never everything, or the interval would say nothing.
    expect(inside / rounds).toBeGreaterThan(0.933);
    expect(inside).toBeLessThan(rounds);
  });
});

it("is sure at the ends, whose thresholds hold for any prompt", () => {
  const winRates = [0.2, 0.5, 0.7];
  expect(calibrate({ winRates, strongShare: 0 })).toEqual({
    threshold: 1,
    sampleSize: 3,
    achievedShare: 0,
    interval: [0, 0],
  });
  expect(calibrate({ winRates, strongShare: 1 }).interval).toEqual([1, 1]);
});

it("measures the range where win rates of exactly 1 cannot be kept from strong", () => {
  const { achievedShare, interval } = calibrate({ winRates: [1, 1, 0.5, 0.5], strongShare: 0 });
  expect(achievedShare).toBe(0.5);
  expect(interval[0]).toBeLessThan(0.5);
  expect(interval[1]).toBeGreaterThan(0.5);
});

it("has a range for a single prompt", () => {
  const { interval } = calibrate({ winRates: [0.5], strongShare: 0.5 });
  expect(interval).toEqual([0, 1]);
});
