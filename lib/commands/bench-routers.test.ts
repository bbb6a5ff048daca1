import { expect, it } from "vitest";
import { toWinRate } from "@/lib/domain/win-rate";
import { benchRouters } from "./bench-routers";

it("measures a router one prompt of 300 characters at a time, on at least a hundred different ones", async () => {
  const seen = new Set<string>();
  const winRate = toWinRate(0.5);
  const results = await benchRouters(
    new Map([
      [
        "length",
        {
          id: "length",
          scoreBatch: async (prompts) => {
            expect(prompts.map(({ length }) => length)).toEqual([300]);
            seen.add(prompts.join());
            // A wait of a known length, so that the figures can be held to something.
            const end = performance.now() + 1;
            while (performance.now() < end);
            return [winRate];
          },
        },
      ],
    ]),
  );
  expect(seen.size).toBeGreaterThanOrEqual(100);
  expect(Object.keys(results)).toEqual(["length"]);
  const { promptsPerSecond = 0, p50Ms = 0, p95Ms = 0, residentMB = 0 } = results.length ?? {};
  expect(promptsPerSecond).toBeLessThanOrEqual(1000);
  expect(promptsPerSecond).toBeGreaterThan(20);
  expect(p50Ms).toBeGreaterThanOrEqual(1);
  expect(p95Ms).toBeGreaterThanOrEqual(p50Ms);
  expect(residentMB).toBeGreaterThan(10);
});
