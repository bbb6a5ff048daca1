import { expect, it } from "vitest";
import { calibrateWinRate } from "./win-rate-calibration";

it("is the line a · logit + b in log-odds", () => {
  // logit(.8) = ln 4; twice that is ln 16, and e^b = 1/4 brings the odds to 4.
  expect(calibrateWinRate(0.8, { a: 2, b: -Math.log(4) })).toBeCloseTo(0.8, 12);
  expect(calibrateWinRate(0.5, { a: 3, b: Math.log(3) })).toBeCloseTo(0.75, 12);
});

it("leaves the order of prompts, and the ends", () => {
  const winRates = [0, 1e-9, 0.2, 0.21, 0.5, 0.999, 1];
  const calibrated = winRates.map((winRate) => calibrateWinRate(winRate, { a: 0.4, b: 0.7 }));
  expect(calibrated).toEqual(calibrated.toSorted((x, y) => x - y));
  expect(new Set(calibrated).size).toBe(winRates.length);
  expect([calibrated[0], calibrated.at(-1)]).toEqual([0, 1]);
});

it("changes nothing where there is none", () => {
  expect(calibrateWinRate(0.3, undefined)).toBe(0.3);
});
