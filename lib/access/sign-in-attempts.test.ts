import { afterEach, describe, expect, it, vi } from "vitest";
import { ensureRedisServer, startRedis } from "@/lib/test/redis-server";
import { createSignInAttempts, type SignInAttempts } from "./sign-in-attempts";

const closing: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  vi.restoreAllMocks();
});

function open(url?: string): SignInAttempts {
  const attempts = createSignInAttempts(url);
  closing.push(() => attempts.close());
  return attempts;
}

/** How many of so many wrong passwords are looked at, sent to the instances in turn. */
async function guess(instances: readonly SignInAttempts[], times: number, address: string): Promise<number> {
  let looked = 0;
  for (let time = 0; time < times; time++) {
    try {
      await instances[time % instances.length]?.count({ address, name: `name ${address} ${time}` });
      looked++;
    } catch (error) {
      expect(error).toMatchObject({ code: "rate_limited", retryAfterSeconds: expect.any(Number) });
    }
  }
  return looked;
}

const hasRedis = ensureRedisServer();

describe.skipIf(!hasRedis)("attempts to sign in over Redis", () => {
  it("are counted for all instances together, and by each while Redis is gone", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const redis = await startRedis();
    const instances = [open(redis.url), open(redis.url)];
    // Until both are connected each of them counts for itself.
    let probe = 0;
    await vi.waitFor(async () => {
      probe++;
      expect(await guess(instances, 22, `probe ${probe}`)).toBe(10);
    }, 20_000);
    const takeBack = await instances[0]?.count({ address: "192.0.2.1", name: "ada" });
    await takeBack?.();
    expect(await guess(instances, 30, "192.0.2.1")).toBe(10);
    await redis.stop();
    expect(await guess(instances, 60, "192.0.2.2")).toBe(20);
  });

  it("of one name are held from however many addresses", async () => {
    const redis = await startRedis();
    closing.push(() => redis.stop());
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const one = open(redis.url);
    const tries = await Promise.allSettled(
      Array.from({ length: 70 }, (_, place) => one.count({ address: `10.0.0.${place}`, name: "Ada" })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(60);
  });
});

it("are counted in memory where no Redis answers, and where none is set", async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  expect(await guess([open("redis://127.0.0.1:9")], 20, "192.0.2.3")).toBe(10);
  expect(await guess([open()], 20, "192.0.2.4")).toBe(10);
});
