import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readApiKeys } from "@/lib/schemas/api-keys";
import { createKeyRing } from "./key-ring";

const hash = (key: string): string => createHash("sha256").update(key).digest("hex");

/** A ring from its setting, on a clock and a book of the test's own. */
function ring(setting: string, start = Date.UTC(2026, 10, 30, 23, 59)) {
  const read = readApiKeys(setting);
  if ("problem" in read) throw new Error(read.problem);
  const spent = new Map<string, number>();
  let time = start;
  const { admit, identify } = createKeyRing({
    keys: read.keys,
    now: () => time,
    book: {
      spent: async (key, month) => spent.get(`${key} ${month}`) ?? 0,
      add: async (key, month, dollars) =>
        void spent.set(`${key} ${month}`, (spent.get(`${key} ${month}`) ?? 0) + dollars),
    },
  });
  const pass = (milliseconds: number) => {
    time += milliseconds;
  };
  return { admit, identify, spent, pass };
}

describe("createKeyRing", () => {
  it("knows keys by their hashes, and nobody is asked for one where there is none", async () => {
    const { admit, identify } = ring(`a:${hash("one")}, b:${hash("two").toUpperCase()}`);
    expect((await admit("Bearer one")).name).toBe("a");
    expect(identify("bearer two").name).toBe("b");
    for (const wrong of [null, "", "Bearer", "Bearer three", "Basic one", `Bearer ${hash("one")}`, "Bearer one two"]) {
      expect(() => identify(wrong)).toThrow(expect.objectContaining({ code: "unauthorized" }));
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

  it("stops a key at its budget until the month is over, and books only for keys that have one", async () => {
    const { admit, pass, spent } = ring(`a:${hash("one")}:usd=1,b:${hash("two")}`);
    await (await admit("Bearer one")).spend(0.75);
    await (await admit("Bearer one")).spend(0.5);
    await (await admit("Bearer two")).spend(100);
    expect([...spent]).toEqual([["a 2026-11", 1.25]]);
    const refusal = { code: "rate_limited", parameter: "budget", retryAfterSeconds: 60 };
    await expect(admit("Bearer one")).rejects.toMatchObject(refusal);
    pass(60_000);
    await expect(admit("Bearer one")).resolves.toMatchObject({ name: "a" });
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
