import fc from "fast-check";
import { expect, it } from "vitest";
import { compareDecisions } from "./compare-decisions";

it("finds who changes sides and what it does, by hand", () => {
  const changes = compareDecisions({
    a: { winRates: [0.9, 0.5, 0.4, 0.1], threshold: 0.5 },
    b: { winRates: [0.2, 0.5, 0.8, 0.7], threshold: 0.6 },
    strong: [1, 1, 1, 0],
    weak: [0, 1, 0, 1],
  });
  expect([...changes.rows]).toEqual([0, 1, 2, 3]);
  expect(changes).toMatchObject({ toStrong: 2, toWeak: 2, better: 1, worse: 2, same: 1, scoreChange: -1 });
});

const question = fc.record({
  a: fc.double({ min: 0, max: 1, noNaN: true }),
  b: fc.double({ min: 0, max: 1, noNaN: true }),
  strong: fc.integer({ min: 0, max: 10 }),
  weak: fc.integer({ min: 0, max: 10 }),
});
const threshold = fc.double({ min: 0, max: 1, noNaN: true });

it("accounts for all of the difference in score and in calls, and turns round with A and B", () => {
  fc.assert(
    fc.property(fc.array(question, { maxLength: 50 }), threshold, threshold, (rows, alphaA, alphaB) => {
      const strong = rows.map((row) => row.strong);
      const weak = rows.map((row) => row.weak);
      const a = { winRates: rows.map((row) => row.a), threshold: alphaA };
      const b = { winRates: rows.map((row) => row.b), threshold: alphaB };
      const changes = compareDecisions({ a, b, strong, weak });
      const score = ({ winRates, threshold: alpha }: typeof a) =>
        rows.reduce((sum, row, index) => sum + ((winRates[index] ?? 0) >= alpha ? row.strong : row.weak), 0);
      const calls = ({ winRates, threshold: alpha }: typeof a) => winRates.filter((winRate) => winRate >= alpha).length;
      expect(changes.scoreChange).toBe(score(b) - score(a));
      expect(changes.toStrong - changes.toWeak).toBe(calls(b) - calls(a));
      expect(changes.better + changes.worse + changes.same).toBe(changes.rows.length);
      const back = compareDecisions({ a: b, b: a, strong, weak });
      expect([...back.rows]).toEqual([...changes.rows]);
      expect([back.better, back.toStrong]).toEqual([changes.worse, changes.toWeak]);
      expect(compareDecisions({ a, b: a, strong, weak }).rows).toHaveLength(0);
    }),
  );
});
