import { expect, it } from "vitest";
import { quantile } from "@/lib/math/quantile";
import { createRandom } from "@/lib/math/seeded-random";
import { calibrateThreshold } from "./calibrate-threshold";
import { thresholdRange } from "./threshold-range";

const ascendingDraws = (size: number, random: () => number) =>
  Float64Array.from({ length: size }, () => random() ** 2).sort();

it("is what a bootstrap gives", () => {
  const random = createRandom(7);
  const ascending = ascendingDraws(2000, random);
  for (const strongShare of [0.1, 0.5, 0.8]) {
    const resampled = Array.from({ length: 1000 }, () =>
      calibrateThreshold({
        winRates: Float64Array.from(ascending, () => ascending[Math.floor(random() * ascending.length)] ?? NaN),
        strongShare,
      }),
    );
    const [low, high] = thresholdRange(ascending, strongShare);
    const width = high - low;
    expect(Math.abs(quantile(resampled, 0.025) - low)).toBeLessThan(0.15 * width);
    expect(Math.abs(quantile(resampled, 0.975) - high)).toBeLessThan(0.15 * width);
  }
}, 60_000);

it("holds the α of all prompts in at least 95 of 100 samples, small ones included", () => {
  const random = createRandom(3);
  for (const size of [15, 150]) {
    for (const strongShare of [0.05, 0.5]) {
      const truth = (1 - strongShare) ** 2;
      const rounds = 1500;
      let inside = 0;
      for (let round = 0; round < rounds; round++) {
        const [low, high] = thresholdRange(ascendingDraws(size, random), strongShare);
        if (low <= truth && truth <= high) inside += 1;
      }
      expect(inside / rounds).toBeGreaterThan(0.933);
    }
  }
});

it("is open where the sample is too small to say, and sure at the ends", () => {
  const five = [0.1, 0.2, 0.3, 0.4, 0.5];
  expect(thresholdRange(five, 0.01)[1]).toBe(1);
  expect(thresholdRange(five, 0.99)[0]).toBe(0);
  expect(thresholdRange(five, 0)).toEqual([1, 1]);
  expect(thresholdRange(five, 1)).toEqual([0, 0]);
});
