import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findNearest } from "./nearest-cosine";
import { createRandom } from "./seeded-random";
import { type SparseRow, sparseDot } from "./sparse-row";

const unit = (entries: readonly (readonly [column: number, value: number])[]): SparseRow => {
  const length = Math.hypot(...entries.map(([, value]) => value)) || 1;
  return {
    columns: Uint16Array.from(entries, ([column]) => column),
    values: Float32Array.from(entries, ([, value]) => value / length),
  };
};

function dense(row: SparseRow): Float32Array {
  const weights = new Float32Array(2 ** 16);
  row.columns.forEach((column, index) => {
    weights[column] = row.values[index] ?? 0;
  });
  return weights;
}

/** The definition: every cosine, the largest of them. */
function largestCosine(known: readonly SparseRow[], query: SparseRow): number {
  const weights = dense(query);
  return known.reduce((largest, row) => Math.max(largest, sparseDot(row, weights)), 0);
}

describe("findNearest", () => {
  it("finds the nearest by hand: (3, 4)/5 is .96 from (4, 3)/5, .8 from (0, 1) and .6 from (1, 0)", () => {
    const known = [
      unit([[1, 1]]),
      unit([
        [0, 4],
        [1, 3],
      ]),
      unit([[0, 1]]),
    ];
    const query = unit([
      [0, 3],
      [1, 4],
    ]);
    const cosineAmong = (rows: readonly SparseRow[]) => findNearest({ known: rows, queries: [query] })[0];
    expect(cosineAmong(known)).toEqual({ index: 1, cosine: expect.closeTo(0.96, 6) });
    expect(cosineAmong([unit([[0, 1]]), unit([[1, 1]])])).toEqual({ index: 1, cosine: expect.closeTo(0.8, 6) });
  });

  it("takes the first of equals, also from another block", () => {
    const other = Array.from({ length: 3000 }, () => unit([[7, 1]]));
    const twin = unit([
      [1, 1],
      [2, 1],
    ]);
    const known = [unit([[1, 1]]), ...other.slice(0, 10), twin, ...other, twin];
    expect(findNearest({ known, queries: [twin] })).toEqual([{ index: 11, cosine: expect.closeTo(1, 6) }]);
  });

  it("finds nothing among nothing, for an empty vector, and among columns it has never seen", () => {
    const nothing = { index: -1, cosine: 0 };
    expect(findNearest({ known: [], queries: [unit([[5, 1]])] })).toEqual([nothing]);
    expect(findNearest({ known: [unit([[5, 1]])], queries: [unit([]), unit([[6, 1]])] })).toEqual([nothing, nothing]);
    expect(findNearest({ known: [unit([[5, 1]]), unit([])], queries: [] })).toEqual([]);
  });

  it("keeps one query's weights out of the next", () => {
    const known = [unit([[1, 1]]), unit([[2, 1]])];
    const queries = [
      unit([
        [1, 1],
        [2, 1],
      ]),
      unit([[2, 1]]),
      unit([[65535, 1]]),
    ];
    expect(findNearest({ known, queries }).map(({ cosine }) => cosine)).toEqual([
      expect.closeTo(Math.SQRT1_2, 6),
      1,
      0,
    ]);
  });

  it("agrees with comparing all with all, whatever the vectors", () => {
    const vector = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.double({ min: 0.01, max: 9, noNaN: true })), {
        selector: ([column]) => column,
        maxLength: 8,
      })
      .map(unit);
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 30 }), fc.array(vector, { maxLength: 4 }), (known, queries) => {
        findNearest({ known, queries }).forEach(({ index, cosine }, position) => {
          const query = queries[position] ?? unit([]);
          const row = known[index];
          expect(cosine).toBeCloseTo(largestCosine(known, query), 5);
          expect(row === undefined ? 0 : sparseDot(row, dense(query))).toBeCloseTo(cosine, 5);
        });
      }),
    );
  });

  it("agrees with comparing all with all over several blocks of skewed columns, as texts have them", () => {
    const random = createRandom(5);
    const skewed = () => {
      const columns = new Set(Array.from({ length: 20 }, () => Math.floor(400 * random() ** 4)));
      return unit([...columns].map((column) => [column, 0.2 + random() + Math.log1p(column)]));
    };
    const known = Array.from({ length: 2500 }, skewed);
    const queries = Array.from({ length: 60 }, skewed);
    const shares: number[] = [];
    const found = findNearest({ known, queries, report: (share) => shares.push(share) });
    expect(shares).toEqual([0.4096, 0.8192, 1]);
    expect(found.some(({ index }) => index >= 2048)).toBe(true);
    found.forEach(({ cosine }, position) => {
      expect(cosine).toBeCloseTo(largestCosine(known, queries[position] ?? unit([])), 5);
    });
  });
});
