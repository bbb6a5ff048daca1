import { expect, it, vi } from "vitest";
import { once } from "./once";

it("loads once, also for calls at the same time", async () => {
  const load = vi.fn(async () => ({}));
  const get = once(load);
  const [first, second] = await Promise.all([get(), get()]);
  expect(first).toBe(second);
  expect(await get()).toBe(first);
  expect(load).toHaveBeenCalledTimes(1);
});

it("tries again after a failure, and keeps what then comes", async () => {
  const load = vi.fn(async () => "read");
  load.mockRejectedValueOnce(new Error("missing"));
  const get = once(load);
  const both = await Promise.allSettled([get(), get()]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(load).toHaveBeenCalledTimes(1);
  expect(await get()).toBe("read");
  expect(await get()).toBe("read");
  expect(load).toHaveBeenCalledTimes(2);
});

it("tries again where the start itself throws, too", async () => {
  let broken = true;
  const get = once(() => {
    if (broken) throw new Error("no such folder");
    return Promise.resolve("read");
  });
  await expect(get()).rejects.toThrow("no such folder");
  broken = false;
  expect(await get()).toBe("read");
});
