import { expect, it } from "vitest";
import { logLoss } from "./log-loss";

it("is ln 2 for an even guess, and −ln of what was said of the winner", () => {
  expect(logLoss(0.5, 0.5)).toBeCloseTo(Math.LN2, 12);
  expect(logLoss(0.8, 1)).toBeCloseTo(-Math.log(0.8), 12);
  expect(logLoss(0.8, 0)).toBeCloseTo(-Math.log(0.2), 12);
});

it("stays finite where a router was certain, right or wrong", () => {
  expect(logLoss(1, 1)).toBeCloseTo(0, 5);
  expect(logLoss(1, 0)).toBeCloseTo(-Math.log(1e-6), 6);
  expect(logLoss(0, 1)).toBeCloseTo(-Math.log(1e-6), 6);
});
