import fc from "fast-check";
import { expect, it } from "vitest";
import { lengthBatches } from "./length-batches";

const anyLengths = fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 300 });

it("holds every row once", () => {
  fc.assert(
    fc.property(anyLengths, (lengths) => {
      const rows = lengthBatches(lengths).flatMap((batch) => batch.rows);
      expect(rows.toSorted((a, b) => a - b)).toEqual(lengths.map((_, row) => row));
    }),
  );
});

it("pads no row by 16 tokens or more, and none too little", () => {
  fc.assert(
    fc.property(anyLengths, (lengths) => {
      for (const { rows, length } of lengthBatches(lengths)) {
        const own = rows.map((row) => Math.max(1, lengths[row] ?? 0));
        expect(Math.max(...own)).toBe(length);
        expect(length - Math.min(...own)).toBeLessThan(16);
      }
    }),
  );
});

it("keeps batches small, but for a row that is long by itself", () => {
  const batches = lengthBatches([...Array.from({ length: 100 }, () => 64), 3000]);
  expect(batches.map(({ rows }) => rows.length)).toEqual([16, 16, 16, 16, 16, 16, 4, 1]);
  expect(lengthBatches([])).toEqual([]);
});
