import { expect, it } from "vitest";
import { rowDots } from "./row-dots";

it("multiplies only the rows asked for, at any width, and returns the largest product", () => {
  for (const width of [1, 2, 3, 4, 5, 8, 11]) {
    const matrix = Float32Array.from({ length: 4 * width }, (_, index) => ((index * 7) % 5) - 2);
    const vector = Float64Array.from({ length: width }, (_, index) => index - 1.5);
    const out = new Float64Array(4).fill(99);
    const largest = rowDots({ matrix, vector, start: 1, end: 3, out });
    const expected = [1, 2].map((row) =>
      vector.reduce((sum, value, column) => sum + value * (matrix[row * width + column] ?? 0), 0),
    );
    expect([...out]).toEqual([99, ...expected, 99]);
    expect(largest).toBe(Math.max(...expected));
  }
});

it("has no largest product without rows", () => {
  const empty = { matrix: new Float32Array(0), vector: Float64Array.of(1), start: 0, end: 0, out: new Float64Array(0) };
  expect(rowDots(empty)).toBe(Number.NEGATIVE_INFINITY);
});
