import { expect, it } from "vitest";
import { heldOutRows } from "./held-out-rows";

const count = (mask: Uint8Array) => mask.reduce((sum, flag) => sum + flag, 0);

it("holds out a fifth, rounded down, and always leaves a row", () => {
  for (const [rows, expected] of [
    [0, 0],
    [1, 0],
    [4, 0],
    [5, 1],
    [1003, 200],
  ] as const) {
    expect(count(heldOutRows({ rows, seed: 1 }))).toBe(expected);
  }
  expect(count(heldOutRows({ rows: 3, share: 0.99, seed: 1 }))).toBe(2);
});

it("is the same choice for the same seed, and another for another, all over the file", () => {
  const first = heldOutRows({ rows: 1000, seed: 1 });
  expect(heldOutRows({ rows: 1000, seed: 1 })).toEqual(first);
  expect(heldOutRows({ rows: 1000, seed: 2 })).not.toEqual(first);
  for (let fifth = 0; fifth < 5; fifth++)
    expect(count(first.subarray(200 * fifth, 200 * fifth + 200))).toBeGreaterThan(20);
});
