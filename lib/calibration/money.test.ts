import fc from "fast-check";
import { expect, it } from "vitest";
import { costPerPrompt, DEFAULT_MONEY, monthlyCost, requestCost, shareForBudget } from "./money";

it("prices a request by its tokens", () => {
  const price = { inputPerMillion: 10, outputPerMillion: 30 };
  expect(requestCost(price, { inputTokens: 100, outputTokens: 200 })).toBeCloseTo(0.007, 15);
  // The paper's pair: 359 tokens at $24.7 and $0.24 per million.
  expect(costPerPrompt(DEFAULT_MONEY, 1)).toBeCloseTo(0.0088673, 12);
  expect(costPerPrompt(DEFAULT_MONEY, 0)).toBeCloseTo(0.00008616, 12);
  expect(monthlyCost(DEFAULT_MONEY, 0.5)).toBeCloseTo(447.673, 6);
});

it("turns a budget into the share that costs it", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      expect(shareForBudget(DEFAULT_MONEY, monthlyCost(DEFAULT_MONEY, share))).toBeCloseTo(share, 9);
    }),
  );
});

it("caps at everything strong, and says when a budget pays for nothing", () => {
  expect(shareForBudget(DEFAULT_MONEY, 1e6)).toBe(1);
  expect(shareForBudget(DEFAULT_MONEY, 1)).toBeNull();
  expect(shareForBudget(DEFAULT_MONEY, Number.NaN)).toBeNull();
});

it("takes equal, reversed and absent prices", () => {
  const same = { ...DEFAULT_MONEY, weak: DEFAULT_MONEY.strong };
  expect(shareForBudget(same, monthlyCost(same, 0))).toBe(1);
  const reversed = { ...DEFAULT_MONEY, strong: DEFAULT_MONEY.weak, weak: DEFAULT_MONEY.strong };
  expect(shareForBudget(reversed, monthlyCost(reversed, 1))).toBe(1);
  expect(shareForBudget(reversed, 1)).toBeNull();
  expect(shareForBudget({ ...DEFAULT_MONEY, promptsPerMonth: 0 }, 0)).toBe(1);
});
