import fc from "fast-check";
import { expect, it } from "vitest";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { toThreshold } from "@/lib/domain/threshold";
import { formatCalibrations, parseCalibrations } from "./calibration-file";

const bins = { ...forEveryRouter(() => []), mf: [{ winRate: 0.752497042588043, strong: 1, tie: 2, weak: 3 }] };
const ascending = (rates: number[]) => rates.sort((a, b) => a - b);
const anyRate = fc.double({ min: 0, max: 1, noNaN: true }).map((rate) => rate + 0);
const sixDecimals = fc.integer({ min: 0, max: 1e6 }).map((whole) => Number((whole / 1e6).toFixed(6)));
const sample = fc.oneof(
  fc.array(sixDecimals, { maxLength: 30 }).map(ascending),
  fc.array(anyRate, { maxLength: 30 }).map(ascending),
);

it("gives back the very same numbers, whatever their decimals", () => {
  fc.assert(
    fc.property(sample, sample, sample, sixDecimals, (mf, length, table, alpha) => {
      const calibrations = {
        samples: { ...forEveryRouter((): readonly number[] => []), mf, length },
        given: { mf: table.toReversed(), bert: toThreshold(alpha) },
        bins,
      };
      expect(parseCalibrations(formatCalibrations(calibrations))).toEqual(calibrations);
    }),
    { numRuns: 200 },
  );
});

it("writes win rates of six decimals as small whole numbers", () => {
  const samples = { ...forEveryRouter((): readonly number[] => []), mf: [0.1, 0.100012, 0.5] };
  expect(formatCalibrations({ samples, given: {}, bins })).toContain('"mf":{"steps":[100000,12,399988]}');
});
