import fc from "fast-check";
import { expect, it } from "vitest";
import { calibrateThreshold } from "./calibrate-threshold";
import { calibrationTable, TARGET_STEPS } from "./calibration-table";
import { thresholdOfTable } from "./threshold-table";

it("gives each of its target shares the very α of the sample, whatever ties", () => {
  const winRates = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.4, 1)), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(winRates, fc.integer({ min: 0, max: TARGET_STEPS }), (sample, step) => {
      const { thresholds } = calibrationTable({ winRates: sample, tokens: sample, heldOut: () => false });
      const strongShare = step / TARGET_STEPS;
      const alpha = calibrateThreshold({ winRates: sample, strongShare });
      expect(thresholdOfTable(thresholds, strongShare)).toBe(alpha);
      expect(thresholdOfTable(thresholds, Math.min(1, strongShare + 0.0004))).toBe(alpha);
    }),
    { numRuns: 40 },
  );
});
