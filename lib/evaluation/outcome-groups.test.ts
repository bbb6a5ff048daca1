import fc from "fast-check";
import { expect, it } from "vitest";
import { outcomeGroups } from "./outcome-groups";

it("measures each kind of question in standard deviations from the mean, by hand", () => {
  // Mean 0.5, population deviation 0.2 · √2 = 0.2828….
  const groups = outcomeGroups({
    winRates: [0.9, 0.5, 0.1, 0.5, 0.3, 0.7],
    strong: [1, 1, 0, 0, 0, 1],
    weak: [0, 1, 0, 1, 1, 0],
  });
  const spread = Math.sqrt((0.16 + 0 + 0.16 + 0 + 0.04 + 0.04) / 6);
  expect(groups.hard.questions).toBe(2);
  expect(groups.hard.deviations).toBeCloseTo((0.8 - 0.5) / spread, 12);
  expect(groups.ambiguous.deviations).toBeCloseTo((0.3 - 0.5) / spread, 12);
  expect(groups.weakOnly.deviations).toBeCloseTo((0.4 - 0.5) / spread, 12);
});

it("has no figure for a kind that does not occur, nor for win rates that do not vary", () => {
  const none = { questions: 0, deviations: null };
  expect(outcomeGroups({ winRates: [0.1, 0.9], strong: [1, 1], weak: [1, 1] })).toMatchObject({ hard: none });
  const flat = outcomeGroups({ winRates: [0.5, 0.5], strong: [1, 1], weak: [1, 0] });
  expect(flat.hard).toEqual({ questions: 1, deviations: null });
});

it("balances: the kinds' distances, weighed by their sizes, come to nothing, whatever the unit of the win rates", () => {
  const row = fc.record({
    winRate: fc.integer({ min: 0, max: 1000 }).map((step) => step / 1000),
    strong: fc.constantFrom(0, 1),
    weak: fc.constantFrom(0, 1),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
      const columns = (scale: number) => ({
        winRates: rows.map(({ winRate }) => winRate * scale),
        strong: rows.map(({ strong }) => strong),
        weak: rows.map(({ weak }) => weak),
      });
      const groups = Object.values(outcomeGroups(columns(1)));
      expect(groups.reduce((total, { questions }) => total + questions, 0)).toBe(rows.length);
      const balance = groups.reduce((total, { questions, deviations }) => total + questions * (deviations ?? 0), 0);
      expect(balance).toBeCloseTo(0, 6);
      const halved = Object.values(outcomeGroups(columns(0.5)));
      groups.forEach(({ deviations }, index) => {
        const other = halved[index]?.deviations ?? null;
        if (deviations === null || other === null) expect(other).toBe(deviations);
        else expect(other).toBeCloseTo(deviations, 6);
      });
    }),
  );
});
