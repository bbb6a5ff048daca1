import { expect, it } from "vitest";
import { formatModelName, namedThresholdAbove, namedThresholdWithin, parseModelName } from "./model-name";
import { toThreshold } from "./threshold";

it("writes five decimals and reads them back", () => {
  expect(formatModelName({ router: "mf", threshold: toThreshold(0.115934) })).toBe("router-mf-0.11593");
  expect(formatModelName({ router: "sw_ranking", threshold: toThreshold(1) })).toBe("router-sw_ranking-1.00000");
  expect(parseModelName("router-sw_ranking-0.21500")).toEqual({ router: "sw_ranking", threshold: 0.215 });
  expect(parseModelName("router-mf-0")).toEqual({ router: "mf", threshold: 0 });
  expect(parseModelName("router-mf-.5").threshold).toBe(0.5);
});

it("finds the thresholds on either side of a win rate", () => {
  expect([namedThresholdWithin(0.123456), namedThresholdAbove(0.123456)]).toEqual([0.12345, 0.12346]);
  expect([namedThresholdWithin(0.29), namedThresholdAbove(0.29)]).toEqual([0.29, 0.29001]);
  // A hair below .44: rounding must not lift the threshold over it.
  expect([namedThresholdWithin(0.44 - 1e-13), namedThresholdAbove(0.44 - 1e-13)]).toEqual([0.43999, 0.44]);
  expect([namedThresholdWithin(1), namedThresholdAbove(1), namedThresholdWithin(0)]).toEqual([1, undefined, 0]);
});

it.each([
  "",
  "mf-0.5",
  "router-mf",
  "router-mf-",
  "router-gpt-0.5",
  "router-mf-1.5",
  "router-mf--0.1",
  "router-mf-.",
  "router-mf-1e-1",
])("refuses %j and says what would be right", (name) => {
  expect(() => parseModelName(name)).toThrow("router-mf-0.11593");
});
