import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readApiKeys } from "@/lib/schemas/settings/api-key-settings";
import { createKeyRing } from "./key-ring";
import { createRequestRate } from "./request-rate";
import { createSpendingLedger } from "./spending-ledger";

const hash = (key: string): string => createHash("sha256").update(key).digest("hex");

/** A ring from its setting, on a clock and a book of the test's own. */
function ring(setting: string, start = Date.UTC(2026, 10, 30, 23, 59)) {
  const read = readApiKeys(setting);
  if ("problem" in read) throw new Error(read.problem);
  const spent = new Map<string, number>();
  const held = new Map<string, number>();
  const add = (to: Map<string, number>, entry: string, dollars: number) =>
    void to.set(entry, (to.get(entry) ?? 0) + dollars);
  let time = start;
  const now = () => time;
  const ledger = createSpendingLedger({
    now,
    onTrouble: (error) => {
      throw error;
    },
    book: {
      async setAside(key, month, { dollars, limit }) {
        const entry = `${key} ${month}`;
        if ((spent.get(entry) ?? 0) + (held.get(entry) ?? 0) + dollars > limit) return false;
        add(held, entry, dollars);
        return true;
      },
      async book(key, month, amounts) {
        add(spent, `${key} ${month}`, amounts.spent);
        add(held, `${key} ${month}`, -amounts.released);
      },
    },
  });
  const { admit, identify } = createKeyRing({
    ...{ keys: read.keys, ledger, longestAnswer: 100, rate: createRequestRate(now) },
  });
  const pass = (milliseconds: number) => {
    time += milliseconds;
  };
  /** One call of a key. */
  async function call(key: string, most: number, dollars: number): Promise<void> {
    const { purse } = await admit(`Bearer ${key}`);
    (await purse?.setAside(() => most, undefined))?.settle(dollars);
  }
  return { admit, identify, spent, pass, call, ledger };
}

describe("createKeyRing", () => {
  it("knows keys by their hashes, and nobody is asked for one where there is none", async () => {
    const { admit, identify } = ring(`a:${hash("one")}, b:${hash("two").toUpperCase()}`);
    expect((await admit("Bearer one")).name).toBe("a");
    expect((await identify("bearer two")).name).toBe("b");
    for (const wrong of [null, "", "Bearer", "Bearer three", "Basic one", `Bearer ${hash("one")}`, "Bearer one two"]) {
      await expect(identify(wrong)).rejects.toMatchObject({ code: "unauthorized" });
    }
    expect((await ring("").admit(null)).name).toBeUndefined();
  });

  it("lets a minute's requests go out at once, and then one by one as the minute goes on", async () => {
    const { admit, pass } = ring(`a:${hash("one")}:rpm=2`);
    await admit("Bearer one");
    await admit("Bearer one");
    const refusal = { code: "rate_limited", parameter: "requests", retryAfterSeconds: 30 };
    await expect(admit("Bearer one")).rejects.toMatchObject(refusal);
    pass(29_000);
    await expect(admit("Bearer one")).rejects.toMatchObject({ retryAfterSeconds: 1 });
    pass(1_000);
    await admit("Bearer one");
    await expect(admit("Bearer one")).rejects.toMatchObject(refusal);
  });

  it("sets aside the most that a call may cost, books what it cost, and stops at the budget until the month is over", async () => {
    const { pass, spent, call, ledger, admit } = ring(`a:${hash("one")}:usd=1,b:${hash("two")}`);
    await call("one", 0.75, 0.5);
    await call("two", 200, 100);
    const refusal = { code: "rate_limited", parameter: "budget", retryAfterSeconds: 60 };
    await expect(call("one", 0.75, 0)).rejects.toMatchObject(refusal);
    await call("one", 0.5, 0.25);
    await ledger.close();
    expect([...spent]).toEqual([
      ["a 2026-11", 0.75],
      ["b 2026-11", 100],
    ]);
    await expect(call("one", 0.5, 0)).rejects.toMatchObject(refusal);
    pass(60_000);
    await call("one", 1, 1);
    expect((await admit("Bearer two")).purse?.longestAnswer).toBeUndefined();
    expect((await admit("Bearer one")).purse?.longestAnswer).toBe(100);
  });
});

describe("readApiKeys", () => {
  it.each([
    ["sk-plain-secret", "64 hexadecimal"],
    [`a:${hash("x")}:rpm=0`, "limits of a"],
    [`a:${hash("x")}:rpm=1:rpm=2`, "limits of a"],
    [`a:${hash("x")}:eur=5`, "limits of a"],
    [`a b:${hash("x")}`, "a name is"],
    [`a:${hash("x")},a:${hash("y")}`, "a is there twice"],
  ])("says what is wrong with %j", (setting, problem) => {
    expect(readApiKeys(setting)).toEqual({ problem: expect.stringContaining(problem) });
  });
});
