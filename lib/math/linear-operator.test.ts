import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dot } from "./dot";
import { besideOperator, denseOperator, groupOperator, type LinearOperator, sparseOperator } from "./linear-operator";

const times = (operator: LinearOperator, x: readonly number[]): number[] => {
  const out = new Float64Array(operator.rows);
  operator.multiply(Float64Array.from(x), out);
  return [...out];
};
const transposedTimes = (operator: LinearOperator, y: readonly number[]): number[] => {
  const out = new Float64Array(operator.columns);
  operator.multiplyTransposed(Float64Array.from(y), out);
  return [...out];
};

const sparse = sparseOperator(
  [
    { columns: Uint16Array.of(2, 0), values: Float32Array.of(3, 1) },
    { columns: Uint16Array.of(), values: Float32Array.of() },
    { columns: Uint16Array.of(1), values: Float32Array.of(-2) },
  ],
  4,
);
const dense = denseOperator([Float64Array.of(1, 2), Float64Array.of(3, 4), Float64Array.of(5, 6)], 0.5);
const groups = groupOperator([1, 0, 1], 3);

describe("products worked by hand", () => {
  it("sparse: [[1, 0, 3, 0], [0, 0, 0, 0], [0, −2, 0, 0]]", () => {
    expect(times(sparse, [1, 10, 100, 1000])).toEqual([301, 0, -20]);
    expect(transposedTimes(sparse, [1, 10, 100])).toEqual([1, -200, 3, 0]);
  });

  it("dense: half of [[1, 2], [3, 4], [5, 6]]", () => {
    expect(times(dense, [1, 10])).toEqual([10.5, 21.5, 32.5]);
    expect(transposedTimes(dense, [1, 10, 100])).toEqual([265.5, 321]);
  });

  it("groups: an indicator worth 3 for each of two groups", () => {
    expect({ rows: groups.rows, columns: groups.columns }).toEqual({ rows: 3, columns: 2 });
    expect(times(groups, [1, 10])).toEqual([30, 3, 30]);
    expect(transposedTimes(groups, [1, 10, 100])).toEqual([30, 303]);
  });

  it("side by side: the parts' products add up, and the transposed ones stand one after another", () => {
    const beside = besideOperator([sparse, dense, groups]);
    expect(beside.columns).toBe(8);
    expect(times(beside, [1, 10, 100, 1000, 1, 10, 1, 10])).toEqual([301 + 10.5 + 30, 21.5 + 3, -20 + 32.5 + 30]);
    expect(transposedTimes(beside, [1, 10, 100])).toEqual([1, -200, 3, 0, 265.5, 321, 30, 303]);
  });

  it("adds to what is there already", () => {
    const out = Float64Array.of(1, 1, 1);
    dense.multiply(Float64Array.of(1, 10), out);
    expect([...out]).toEqual([11.5, 22.5, 33.5]);
  });

  it("an operator of nothing gives nothing", () => {
    expect(times(besideOperator([]), [])).toEqual([]);
    expect({ ...denseOperator([]), multiply: 0, multiplyTransposed: 0 }).toMatchObject({ rows: 0, columns: 0 });
  });
});

it("⟨A·x, y⟩ = ⟨x, Aᵀ·y⟩ for random blocks side by side", () => {
  const value = fc.integer({ min: -9, max: 9 });
  const block = fc.integer({ min: 1, max: 6 }).chain((rows) =>
    fc.record({
      sparseRows: fc.array(
        fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 6 }), value), { selector: ([column]) => column }),
        { minLength: rows, maxLength: rows },
      ),
      denseRows: fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: rows, maxLength: rows }),
      group: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: rows, maxLength: rows }),
      x: fc.array(value, { minLength: 7 + 3 + 3, maxLength: 7 + 3 + 3 }),
      y: fc.array(value, { minLength: rows, maxLength: rows }),
    }),
  );
  fc.assert(
    fc.property(block, ({ sparseRows, denseRows, group, x, y }) => {
      const operator = besideOperator([
        sparseOperator(
          sparseRows.map((entries) => ({
            columns: Uint16Array.from(entries, ([column]) => column),
            values: Float32Array.from(entries, ([, entry]) => entry),
          })),
          7,
        ),
        denseOperator(
          denseRows.map((row) => Float64Array.from(row)),
          0.25,
        ),
        groupOperator(group, 2),
      ]);
      const ends = x.slice(0, operator.columns);
      expect(dot(times(operator, ends), y)).toBe(dot(ends, transposedTimes(operator, y)));
    }),
  );
});
