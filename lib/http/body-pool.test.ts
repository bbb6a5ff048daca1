import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createBodyPool } from "./body-pool";

describe("createBodyPool", () => {
  it("lets go of the body that has been sent for longest, never of one that is there", () => {
    const pool = createBodyPool(100);
    const [waiting, slow, slower] = [vi.fn(), vi.fn(), vi.fn()];
    const there = pool.open(waiting);
    there.add(30);
    there.complete();
    pool.open(slow).add(40);
    pool.open(slower).add(20);
    const quick = pool.open(vi.fn());
    quick.add(30);
    expect(slow).toHaveBeenCalledWith(expect.objectContaining({ code: "overloaded", retryAfterSeconds: 1 }));
    expect([waiting, slower].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
    expect(pool.bytes).toBe(80);
  });

  it("refuses the newcomer where all others are there and wait", () => {
    const pool = createBodyPool(100);
    const there = pool.open(vi.fn());
    there.add(90);
    there.complete();
    expect(() => pool.open(vi.fn()).add(20)).toThrow("Too much is being sent");
  });

  it("counts what is held, and holds no more than its limit, or one body alone", () => {
    const step = fc.record({ body: fc.nat(4), bytes: fc.nat(40), end: fc.constantFrom("none", "complete", "release") });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const pool = createBodyPool(100);
        const held = new Map<number, number>();
        const holds = new Map<number, ReturnType<typeof pool.open>>();
        for (const { body, bytes, end } of steps) {
          const hold = holds.get(body) ?? pool.open(() => held.delete(body));
          holds.set(body, hold);
          if (!held.has(body)) held.set(body, 0);
          try {
            hold.add(bytes);
            held.set(body, (held.get(body) ?? 0) + bytes);
          } catch {
            hold.release();
            held.delete(body);
          }
          if (end === "complete") hold.complete();
          if (end === "release") {
            hold.release();
            held.delete(body);
          }
          if (!held.has(body)) holds.delete(body);
          for (const gone of holds.keys()) if (!held.has(gone)) holds.delete(gone);
          const sum = [...held.values()].reduce((total, one) => total + one, 0);
          expect(pool.bytes).toBe(sum);
          expect(pool.bytes).toBeLessThanOrEqual(Math.max(100, ...held.values()));
        }
      }),
    );
  });
});
