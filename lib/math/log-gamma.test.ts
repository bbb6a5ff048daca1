import { expect, it } from "vitest";
import { logBeta, logGamma } from "./log-gamma";

it("agrees with scipy.special.gammaln", () => {
  const expected: readonly (readonly [number, number])[] = [
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247],
    [1, 0],
    [2.5, 0.2846828704729192],
    [100, 359.1342053695754],
    [12345.5, 103958.24296512322],
  ];
  for (const [x, value] of expected) expect(Math.abs(logGamma(x) - value)).toBeLessThan(1e-13 * Math.max(10, value));
  expect(logBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 12);
});
