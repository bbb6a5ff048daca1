import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { assignFolds, crossFit } from "./folds";

describe("assignFolds", () => {
  it("makes folds that are equally large to within one row, the same for the same seed", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 7 }), fc.nat(99), (rows, folds, seed) => {
        const texts = Array.from({ length: rows }, (_, row) => `text ${row}`);
        const assigned = assignFolds({ texts, folds, random: createRandom(seed) });
        const sizes = Array.from({ length: folds }, (_, fold) => assigned.filter((each) => each === fold).length);
        expect(assigned).toHaveLength(rows);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(rows);
        expect(assignFolds({ texts, folds, random: createRandom(seed) })).toEqual(assigned);
      }),
    );
  });

  it("keeps copies of one text in one fold, whatever their case and blanks", () => {
    const texts = Array.from({ length: 40 }, (_, row) => (row % 2 === 0 ? `Text  ${row}` : `text ${row - 1} `));
    const assigned = assignFolds({ texts, folds: 5, random: createRandom(4) });
    for (let row = 0; row < 40; row += 2) expect(assigned[row]).toBe(assigned[row + 1]);
    expect(new Set(assigned).size).toBe(5);
  });

  it("puts neighbours into folds at random, not in turn", () => {
    const assigned = assignFolds({
      texts: Array.from({ length: 100 }, (_, row) => `text ${row}`),
      folds: 2,
      random: createRandom(1),
    });
    const changes = assigned.filter((fold, row) => row > 0 && fold !== assigned[row - 1]).length;
    expect(changes).toBeGreaterThan(30);
    expect(changes).toBeLessThan(70);
  });
});

describe("crossFit", () => {
  it("predicts every row once, by a fit on exactly the rows of the other folds", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 30 }), (assignment) => {
        const folds = Uint8Array.from(assignment);
        const predicted: number[] = [];
        const values = crossFit({
          folds,
          fitOn: (training) => (row) => {
            predicted.push(row);
            const others = assignment.flatMap((fold, index) => (fold === assignment[row] ? [] : index));
            expect(training).toEqual(others);
            return 10 * row;
          },
        });
        expect(predicted.toSorted((a, b) => a - b)).toEqual(assignment.map((_, row) => row));
        expect([...values]).toEqual(assignment.map((_, row) => 10 * row));
      }),
    );
  });
});
