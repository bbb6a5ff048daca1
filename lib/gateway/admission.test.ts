import { describe, expect, it } from "vitest";
import { createAdmission } from "./admission";

const open = new AbortController().signal;

describe("createAdmission", () => {
  it("lets those who wait in by their order, one for each that leaves", async () => {
    const admission = createAdmission({ maximumActive: 1, maximumWaiting: 2, longestWaitMs: 60_000 });
    const order: string[] = [];
    const leave = await admission.enter(open);
    const waiting = ["second", "third"].map(async (name) => {
      const go = await admission.enter(open);
      order.push(name);
      go();
    });
    await expect(admission.enter(open)).rejects.toMatchObject({ code: "rate_limited", retryAfterSeconds: 1 });
    expect([admission.active, admission.waiting]).toEqual([1, 2]);
    leave();
    leave();
    await Promise.all(waiting);
    expect(order).toEqual(["second", "third"]);
    expect([admission.active, admission.waiting]).toEqual([0, 0]);
  });

  it("forgets who goes away, and sends away who has waited for too long", async () => {
    const admission = createAdmission({ maximumActive: 1, maximumWaiting: 2, longestWaitMs: 5 });
    const leave = await admission.enter(open);
    await expect(admission.enter(open)).rejects.toMatchObject({ code: "rate_limited" });
    const gone = new AbortController();
    const entering = admission.enter(gone.signal);
    gone.abort(new Error("gone"));
    await expect(entering).rejects.toThrow("gone");
    await expect(admission.enter(gone.signal)).rejects.toThrow("gone");
    expect(admission.waiting).toBe(0);
    leave();
    (await admission.enter(open))();
    expect(admission.active).toBe(0);
  });
});
