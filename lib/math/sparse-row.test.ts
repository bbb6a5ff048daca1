import { expect, it } from "vitest";
import { sparseDot } from "./sparse-row";

const row = (columns: readonly number[], values: readonly number[]) => ({
  columns: Uint16Array.from(columns),
  values: Float32Array.from(values),
});

it("adds up value times weight over the row's columns alone, in any order", () => {
  expect(sparseDot(row([3, 0], [2, 4]), [10, 100, 1000, 0.5])).toBe(41);
});

it("is 0 for a row without entries, and takes columns beyond the weights for 0", () => {
  expect(sparseDot(row([], []), [1, 2])).toBe(0);
  expect(sparseDot(row([1, 9], [3, 5]), [1, 2])).toBe(6);
});
