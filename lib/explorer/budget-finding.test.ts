import { expect, it } from "vitest";
import { budgetFinding } from "./budget-finding";

const plan = { step: 400, strongShare: 0.4, expected: 396, allStrong: 900, allWeak: 20, paysForAll: false };

it("says what a budget pays for and what it saves", () => {
  expect(budgetFinding(plan, 400)).toBe(
    "$400.00 a month pays for 40.0\u00a0% strong calls: $396.00 expected, $504.00 less than all at the strong model, against $20.00 all at the weak one.",
  );
});

it("says plainly that a large budget pays for everything", () => {
  expect(budgetFinding({ ...plan, strongShare: 1, expected: 900, paysForAll: true }, 5000)).toBe(
    "$5,000 a month is more than every prompt at the strong model costs ($900.00): send them all there.",
  );
});

it("claims no saving where the strong model is the cheaper one", () => {
  expect(budgetFinding({ ...plan, expected: 900, allStrong: 800 }, 900)).not.toContain("less than");
});
