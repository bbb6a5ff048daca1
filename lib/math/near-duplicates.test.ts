import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNearDuplicateFinder } from "./near-duplicates";
import type { SparseRow } from "./sparse-row";

const unit = (entries: readonly (readonly [column: number, value: number])[]): SparseRow => {
  const length = Math.hypot(...entries.map(([, value]) => value)) || 1;
  return {
    columns: Uint16Array.from(entries, ([column]) => column),
    values: Float32Array.from(entries, ([, value]) => value / length),
  };
};

function cosine(left: SparseRow, right: SparseRow): number {
  const weights = new Map(Array.from(left.columns, (column, index) => [column, left.values[index] ?? 0]));
  return right.columns.reduce((sum, column, index) => sum + (weights.get(column) ?? 0) * (right.values[index] ?? 0), 0);
}

describe("createNearDuplicateFinder", () => {
  it("finds the nearest of two copies, by hand: (3, 4)/5 is .96 from (4, 3)/5 and .8 from (0, 1)", () => {
    const known = [
      unit([[1, 1]]),
      unit([
        [0, 4],
        [1, 3],
      ]),
    ];
    const query = unit([
      [0, 3],
      [1, 4],
    ]);
    expect(createNearDuplicateFinder(known, 0.7)(query)).toBe(1);
    expect(createNearDuplicateFinder(known, 0.95)(query)).toBe(1);
    expect(createNearDuplicateFinder(known, 0.97)(query)).toBeUndefined();
    expect(createNearDuplicateFinder([unit([[1, 1]])], 0.79)(query)).toBe(0);
    expect(createNearDuplicateFinder([unit([[1, 1]])], 0.81)(query)).toBeUndefined();
  });

  it("finds nothing among nothing, for an empty vector, and among columns it has never seen", () => {
    const query = unit([[5, 1]]);
    expect(createNearDuplicateFinder([], 0.9)(query)).toBeUndefined();
    expect(createNearDuplicateFinder([query], 0.9)(unit([]))).toBeUndefined();
    expect(createNearDuplicateFinder([unit([])], 0.9)(query)).toBeUndefined();
    expect(createNearDuplicateFinder([query], 0.9)(unit([[65_535, 1]]))).toBeUndefined();
    expect(createNearDuplicateFinder([unit([[65_535, 1]])], 0.9)(unit([[65_535, 1]]))).toBe(0);
  });

  it("agrees with comparing to all, on random unit vectors of which many are nearly copies, asked one after another", () => {
    const vector = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 9 })), {
        minLength: 1,
        maxLength: 7,
        selector: ([column]) => column,
      })
      .map(unit);
    fc.assert(
      fc.property(
        fc.array(vector, { minLength: 1, maxLength: 12 }),
        fc.array(vector, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(0.5, 0.7, 0.9, 0.95),
        (known, queries, minimum) => {
          const find = createNearDuplicateFinder(known, minimum);
          for (const query of queries) {
            const highest = Math.max(...known.map((other) => cosine(other, query)));
            // A cosine on the bound to within 32-bit rounding may fall on either side.
            if (Math.abs(highest - minimum) < 1e-6) continue;
            const found = find(query);
            expect(found === undefined).toBe(highest < minimum);
            const other = known[found ?? -1];
            if (other !== undefined) expect(cosine(other, query)).toBeCloseTo(highest, 6);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
