import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BudgetReachedError, createSpendingLimit } from "./spending-limit";

describe("createSpendingLimit", () => {
  it("lets a call begin while what is spent and set aside leaves room for it", async () => {
    const budget = createSpendingLimit({ limit: 10, spent: 3 });
    const call = await budget.reserve(7);
    call.settle(2);
    call.settle(2);
    (await budget.reserve(5)).settle(0);
    await expect(budget.reserve(5.01)).rejects.toThrow(BudgetReachedError);
  });

  it("has a call wait for those under way, which may cost less than was set aside", async () => {
    const budget = createSpendingLimit({ limit: 1, spent: 0 });
    const first = await budget.reserve(0.8);
    const order: string[] = [];
    const second = budget.reserve(0.6).then((call) => {
      order.push("second");
      call.settle(0.6);
    });
    const third = budget.reserve(0.1).then(() => order.push("third"));
    await sleep(0);
    expect(order).toEqual([]);
    first.settle(0.1);
    await Promise.all([second, third]);
    expect(order).toEqual(["second", "third"]);
  });

  it("refuses a waiting call once nothing under way can make room", async () => {
    const budget = createSpendingLimit({ limit: 1, spent: 0 });
    const first = await budget.reserve(0.8);
    const second = budget.reserve(0.6);
    first.settle(0.8);
    await expect(second).rejects.toThrow(BudgetReachedError);
    await expect(budget.reserve(0.2)).resolves.toBeDefined();
  });

  it("spends nothing on a limit of nothing, except calls that are free", async () => {
    const budget = createSpendingLimit({ limit: 0, spent: 0 });
    await expect(budget.reserve(1e-9)).rejects.toThrow(BudgetReachedError);
    await expect(budget.reserve(0)).resolves.toBeDefined();
    await expect(
      createSpendingLimit({ limit: Number.POSITIVE_INFINITY, spent: 1e9 }).reserve(1e9),
    ).resolves.toBeDefined();
  });

  it("never has more spent and set aside than the limit, and answers every caller", async () => {
    const call = fc.record({ most: fc.integer({ min: 0, max: 50 }), part: fc.integer({ min: 0, max: 100 }) });
    const property = fc.asyncProperty(
      fc.array(call, { maxLength: 40 }),
      fc.integer({ min: 0, max: 200 }),
      async (calls, limit) => {
        const budget = createSpendingLimit({ limit, spent: 0 });
        let total = 0;
        const ends = await Promise.allSettled(
          calls.map(async ({ most, part }) => {
            const reservation = await budget.reserve(most);
            total += most;
            expect(total).toBeLessThanOrEqual(limit);
            await Promise.resolve();
            const cost = Math.floor((most * part) / 100);
            total -= most - cost;
            reservation.settle(cost);
          }),
        );
        for (const end of ends) {
          if (end.status === "rejected") expect(end.reason).toBeInstanceOf(BudgetReachedError);
        }
      },
    );
    await fc.assert(property, { numRuns: 300 });
  });
});
