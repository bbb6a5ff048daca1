import { describe, expect, it } from "vitest";
import { parseRetryAfter, retryDelay } from "./retry-delay";

const now = new Date("2026-01-01T00:00:00Z");

describe("retryDelay", () => {
  it("doubles from half a second to half a minute", () => {
    const delays = [1, 2, 3, 4, 7, 20].map((attempt) =>
      retryDelay({ attempt, retryAfterMs: undefined, random: () => 0 }),
    );
    expect(delays).toEqual([500, 1000, 2000, 4000, 30_000, 30_000]);
  });

  it("waits as long as the server asks, however short or long, and spreads callers by up to a quarter", () => {
    expect(retryDelay({ attempt: 5, retryAfterMs: 0, random: () => 0.9 })).toBe(0);
    expect(retryDelay({ attempt: 1, retryAfterMs: 60_000, random: () => 0 })).toBe(60_000);
    expect(retryDelay({ attempt: 1, retryAfterMs: 1000, random: () => 0.5 })).toBe(1125);
  });
});

describe("parseRetryAfter", () => {
  it.each([
    [{ "retry-after": "7" }, 7000],
    [{ "retry-after": "0.5" }, 500],
    [{ "retry-after": "Thu, 01 Jan 2026 00:01:00 GMT" }, 60_000],
    [{ "retry-after": "Wed, 31 Dec 2025 00:00:00 GMT" }, 0],
    [{ "retry-after-ms": "250", "retry-after": "9" }, 250],
    [{ "retry-after": "-3" }, undefined],
    [{ "retry-after": "soon" }, undefined],
    [{ "retry-after": "" }, undefined],
    [{}, undefined],
  ])("reads %o", (headers, expected) => {
    expect(parseRetryAfter(headers, now)).toBe(expected);
  });
});
