import { describe, expect, it, vi } from "vitest";
import { resetProcess } from "@/lib/test/start-anew";

/** A copy of the module, as each bundle has one. */
async function loadCopy() {
  vi.resetModules();
  return import("./once-per-process");
}

describe("perProcess", () => {
  it("makes one thing for all copies of a module", async () => {
    const [first, second] = [await loadCopy(), await loadCopy()];
    expect(first.perProcess).not.toBe(second.perProcess);
    const make = vi.fn(() => ({}));
    const thing = first.perProcess("a", make)();
    expect(second.perProcess("a", make)()).toBe(thing);
    expect(second.perProcess("b", make)()).not.toBe(thing);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it("keeps nothing of what failed", async () => {
    resetProcess();
    const { perProcess } = await loadCopy();
    const make = vi.fn(() => "made");
    make.mockImplementationOnce(() => {
      throw new Error("not yet");
    });
    const get = perProcess("c", make);
    expect(get).toThrow("not yet");
    expect([get(), get()]).toEqual(["made", "made"]);
    expect(make).toHaveBeenCalledTimes(2);
  });
});

describe("oncePerProcess", () => {
  it("loads once for all copies, and again where that failed", async () => {
    resetProcess();
    const [first, second] = [await loadCopy(), await loadCopy()];
    const load = vi.fn(async () => ({}));
    load.mockRejectedValueOnce(new Error("not there"));
    const [one, other] = [first.oncePerProcess("d", load), second.oncePerProcess("d", load)];
    await expect(one()).rejects.toThrow("not there");
    const [mine, theirs] = await Promise.all([one(), other()]);
    expect(mine).toBe(theirs);
    expect(load).toHaveBeenCalledTimes(2);
  });
});
