import { describe, expect, it } from "vitest";
import { calibrate } from "@/lib/calibration/calibrate";
import { toThreshold } from "@/lib/domain/threshold";
import { createRandom } from "@/lib/math/seeded-random";
import { ownAlpha, sampleOfThresholds } from "./own-sample";
import { alphaForShare } from "./router-alpha";
import { readWinRate } from "./verdict";

const random = createRandom(5);
const winRates = Array.from({ length: 7919 }, () => random() ** 2).toSorted((a, b) => a - b);
const shares = Array.from({ length: 1001 }, (_, index) => index / 1000);
const thresholds = shares.map((strongShare) => Number(calibrate({ winRates, strongShare }).threshold));
const sample = sampleOfThresholds(thresholds);
const given = ownAlpha({ name: "March", prompts: winRates.length, winRates: sample, alpha: toThreshold(0.5) });
const alphaAt = (strongShare: number): number => Number(alphaForShare({ sample, given }, strongShare));

describe("sampleOfThresholds", () => {
  it("gives each target share the very threshold that the sample itself gave it", () => {
    for (const [index, strongShare] of shares.entries()) {
      expect(alphaAt(strongShare)).toBe(thresholds[index]);
    }
  });

  it("gives shares between them thresholds that send about that many of the sample to strong", () => {
    for (const strongShare of [0.00049, 0.12345, 0.5005, 0.99931]) {
      const threshold = alphaAt(strongShare);
      const achieved = winRates.filter((winRate) => winRate >= threshold).length / winRates.length;
      expect(Math.abs(achieved - strongShare)).toBeLessThan(0.001);
    }
  });

  it("ranks a win rate and finds its flip as the sample does", () => {
    for (const winRate of [0, 0.001, 0.2, 0.5, 0.9, 0.9999]) {
      const own = readWinRate({ routerId: "mf", winRate, sample, given });
      const whole = readWinRate({ routerId: "mf", winRate, sample: winRates });
      expect(own.flipShare).toBe(whole.flipShare);
      expect(Math.abs((own.percentile ?? -1) - (whole.percentile ?? -1))).toBeLessThan(0.0015);
    }
  });

  it("keeps the promises at both ends for new prompts", () => {
    expect([alphaAt(0), sample.at(-1)]).toEqual([1, 1]);
    expect([alphaAt(1), sample[0]]).toEqual([0, 0]);
  });
});
