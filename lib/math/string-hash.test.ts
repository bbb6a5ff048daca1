import { expect, it } from "vitest";
import { stringHash } from "./string-hash";

it("is MurmurHash3 (x86, 32 bits) of the UTF-16LE bytes", () => {
  // Expected values from an independent Python implementation that gives the published 0xba6bd213 for b"test", seed 0.
  expect(stringHash("", 0)).toBe(0);
  expect(stringHash("", 1)).toBe(0x514e28b7);
  expect(stringHash("a", 0)).toBe(1867108634);
  expect(stringHash("ab", 42)).toBe(627382360);
  expect(stringHash("héllo 😀", 7)).toBe(3449853843);
  expect(stringHash("The quick brown fox", 0x9747b28c)).toBe(3618997194);
});

it("takes lone surrogates and null characters, and tells them apart", () => {
  const hashes = ["\ud800", "\udc00", "\0", "\0\0"].map((text) => stringHash(text, 1));
  expect(new Set(hashes).size).toBe(4);
});

it("spreads similar prompts evenly", () => {
  const count = 50_000;
  const buckets = new Int32Array(10);
  for (let index = 0; index < count; index++) {
    const bucket = Math.floor((stringHash(`prompt ${index}`, 9) / 2 ** 32) * 10);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  for (const size of buckets) expect(Math.abs(size - count / 10)).toBeLessThan(300);
});
