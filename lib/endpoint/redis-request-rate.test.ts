import { afterEach, describe, expect, it, vi } from "vitest";
import { ensureRedisServer, startRedis } from "@/lib/test/redis-server";
import { createRedisRequestRate } from "./redis-request-rate";

const closing: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function open(url: string) {
  const rate = createRedisRequestRate(url);
  closing.push(() => rate.close());
  return rate;
}
const LIMIT = { perMinute: 10, who: "The key team" };

/** How many of so many requests go through. */
async function countAll(rates: readonly ReturnType<typeof open>[], requests: number): Promise<number> {
  const results = await Promise.allSettled(
    Array.from({ length: requests }, async (_, number) => rates[number % rates.length]?.count("team", LIMIT)),
  );
  for (const result of results) {
    if (result.status === "rejected") {
      expect(result.reason).toMatchObject({ code: "rate_limited", parameter: "requests" });
      expect(result.reason.retryAfterSeconds).toBeGreaterThan(0);
    }
  }
  return results.filter(({ status }) => status === "fulfilled").length;
}

const hasRedis = ensureRedisServer();

describe.skipIf(!hasRedis)("requests a minute over Redis", () => {
  it("are counted for all instances together, and by each while Redis is gone", async () => {
    const redis = await startRedis();
    const rates = [open(redis.url), open(redis.url)];
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    // Until both are connected each of them counts for itself.
    await vi.waitFor(async () => {
      for (const rate of rates) await expect(rate.count("probe", { ...LIMIT, perMinute: 1 })).rejects.toThrow();
    }, 20_000);
    expect(await countAll(rates, 40)).toBe(10);
    await redis.stop();
    expect(await countAll(rates, 80)).toBe(20);
    vi.restoreAllMocks();
  });
});

it("requests are counted in memory where no Redis answers", async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  expect(await countAll([open("redis://127.0.0.1:9")], 40)).toBe(10);
  vi.restoreAllMocks();
});
