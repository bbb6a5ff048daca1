import { expect, it } from "vitest";
import { largestStandardError, reliabilityRows } from "./reliability-rows";

const bins = [{ winRate: 0.4, observed: 0.5, count: 100 }];

it("lists the measured routers in the order of every list, with what scaling does to the log-odds", () => {
  const asTrained = { bins, error: 0.1234 };
  expect(
    reliabilityRows({
      length: { scale: { slope: 1.736, offset: -0.384 }, before: asTrained, after: { bins, error: 0.018 } },
      mf: { before: asTrained, after: asTrained },
    }),
  ).toEqual([
    { router: "mf", label: "Matrix factorization", before: "12.3", after: "12.3", scale: undefined },
    { router: "length", label: "Prompt length", before: "12.3", after: "1.8", scale: "× 1.74 − 0.38" },
  ]);
});

it("takes the standard error of the least certain dot", () => {
  // √(.5 · .5 / 100) = .05; an outcome that never varies has none.
  expect(largestStandardError([...bins, { winRate: 0.9, observed: 1, count: 10 }])).toBeCloseTo(0.05, 12);
  expect(largestStandardError([])).toBe(0);
});
