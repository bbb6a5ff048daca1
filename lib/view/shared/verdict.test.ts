import { describe, expect, it } from "vitest";
import { calibrateThreshold } from "@/lib/calibration/calibrate-threshold";
import { toThreshold } from "@/lib/domain/threshold";
import { judge, readWinRate } from "./verdict";

/** 0.00, 0.01, …, 1.00: the threshold for a share s is 1 − s. */
const evenSample = Array.from({ length: 101 }, (_, index) => index / 100);
/** What chat prompts look like to a learned router: a narrow band. */
const narrowSample = Array.from({ length: 201 }, (_, index) => 0.5 + index / 1000);

const judgeAt = (winRate: number, strongShare: number, sample: readonly number[] = evenSample) =>
  judge(readWinRate({ routerId: "mf", winRate, sample }), calibrateThreshold({ winRates: sample, strongShare }));

describe("judge", () => {
  it("sets win rate, threshold, margin and choice against each other", () => {
    // 50.5 of the 101 prompts: 50 and 51 are equally near, and the smaller one leaves the middle prompt out.
    const verdict = judgeAt(0.62, 0.5);
    expect(verdict.threshold).toBeCloseTo(0.50001, 10);
    expect(verdict.margin).toBeCloseTo(0.11999, 10);
    expect(verdict.choice).toBe("strong");
    expect(judgeAt(0.62, 0.3).choice).toBe("weak");
  });

  it("gives a tie to strong", () => {
    const reading = readWinRate({ routerId: "mf", winRate: 0.5, sample: evenSample });
    expect(judge(reading, toThreshold(0.5))).toMatchObject({ margin: 0, choice: "strong" });
  });

  it("says what share of the sample lies below", () => {
    expect(judgeAt(0.25, 0.5).percentile).toBeCloseTo(25 / 101, 10);
    expect(judgeAt(0, 0.5).percentile).toBe(0);
  });

  it.each([0, 0.003, 0.25, 0.505, 0.615, 0.7, 0.99, 1])("names the share at which %d flips", (winRate) => {
    for (const sample of [evenSample, narrowSample]) {
      const flipShare = judgeAt(winRate, 0.5, sample).flipShare ?? Number.NaN;
      expect(judgeAt(winRate, flipShare, sample).choice).toBe("strong");
      if (flipShare > 0) expect(judgeAt(winRate, flipShare - 0.01, sample).choice).toBe("weak");
    }
  });

  it("knows neither rank nor flip without a sample", () => {
    const verdict = judge(readWinRate({ routerId: "mf", winRate: 0.6, sample: [] }), toThreshold(0.5));
    expect(verdict).toMatchObject({ percentile: null, flipShare: null, choice: "strong" });
  });

  it("means 0 % and 100 % literally, outside the sample's range too", () => {
    expect(judgeAt(0.999, 0, narrowSample)).toMatchObject({ threshold: 1, choice: "weak" });
    expect(judgeAt(0.001, 1, narrowSample)).toMatchObject({ threshold: 0, choice: "strong" });
  });
});
