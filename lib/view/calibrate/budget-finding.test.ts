import { expect, it } from "vitest";
import { budgetFinding, monthFinding } from "./budget-finding";

const costs = { expected: 396, interval: [310.5, 482] as const, allStrong: 900, allWeak: 20 };
const plan = { ...costs, strongShare: 0.4 };

it("says what a month costs, how far it may be off and at which volume", () => {
  expect(monthFinding(costs, 40_000)).toBe(
    "Expected $396.00, between $310.50 and $482.00 in 19 of 20 months, at 40,000 prompts a month of these prompts' kind and length.",
  );
  expect(monthFinding({ ...costs, interval: [396, 396] }, 1)).toBe("Expected $396.00, at 1 prompt a month.");
});

it("says what a budget pays for and which months keep to it", () => {
  expect(budgetFinding(plan, { budget: 400, keep: "mean" })).toBe(
    "$400.00 a month pays for 40.0\u00a0% strong calls on average: some months cost more, up to $482.00 in 39 of 40.",
  );
  expect(budgetFinding(plan, { budget: 490, keep: "upper" })).toBe(
    "$490.00 a month pays for 40.0\u00a0% strong calls if 39 of 40 months are to keep to it.",
  );
});

it("does not say that a budget pays for what costs more, as prices or an address may have it", () => {
  expect(budgetFinding(plan, { budget: 1, keep: "mean" })).toBe(
    "$1.00 a month does not pay for 40.0\u00a0% strong calls at these prices: expected are $396.00. Enter the budget again to aim at it.",
  );
  expect(budgetFinding(plan, { budget: 400, keep: "upper" })).toContain("39 of 40 months cost up to $482.00.");
  expect(budgetFinding(plan, { budget: 396 * (1 - 1e-12), keep: "mean" })).toContain("pays for 40.0");
});

it("says plainly that a large budget pays for everything", () => {
  const all = { ...costs, strongShare: 1, expected: 900 };
  expect(budgetFinding(all, { budget: 5000, keep: "mean" })).toBe(
    "$5,000 a month is more than every prompt at the strong model costs ($900.00): this α sends them all there.",
  );
});
