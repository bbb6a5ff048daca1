import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { compareOnVotes, LEAST_HELD_OUT_PROMPTS } from "./compare-on-votes";

const votes = (count: number, vote: (index: number) => { outcome: number; old: number; new: number }) =>
  Array.from({ length: count }, (_, index) => ({ prompt: `p${index}`, ...vote(index) }));

describe("compareOnVotes", () => {
  it("gives hand-computed figures", () => {
    const rows = [
      { prompt: "a", outcome: 1, old: 0.5, new: 0.8 },
      { prompt: "a", outcome: 0, old: 0.4, new: 0.5 },
      { prompt: "b", outcome: 0.5, old: 0.9, new: 0.5 },
    ];
    const compared = compareOnVotes(rows, createRandom(1));
    expect(compared).toMatchObject({ votes: 3, prompts: 2, decided: 2, verdict: "too few" });
    const old = -(Math.log(0.5) + Math.log(0.6) + 0.5 * Math.log(0.9) + 0.5 * Math.log(0.1)) / 3;
    const fresh = -(Math.log(0.8) + Math.log(0.5) + Math.log(0.5)) / 3;
    expect(compared.logLoss.old).toBeCloseTo(old, 12);
    expect(compared.logLoss.new).toBeCloseTo(fresh, 12);
    expect(compared.logLoss.difference).toBeCloseTo(fresh - old, 12);
    // A win rate of ½ is on strong's side, as a tie with α is.
    expect([compared.agreement?.old.agreed, compared.agreement?.new.agreed]).toEqual([2, 1]);
    expect(compared.calibration).toMatchObject({ old: 0.45, observed: 0.5 });
    expect(compared.calibration?.new).toBeCloseTo(0.65, 12);
  });

  it("says better or worse only where the interval leaves out no change, and too few below the least", () => {
    const knows = (index: number) => ({ outcome: index % 2, old: 0.5, new: index % 2 === 1 ? 0.8 : 0.2 });
    expect(compareOnVotes(votes(LEAST_HELD_OUT_PROMPTS, knows), createRandom(1)).verdict).toBe("better");
    expect(compareOnVotes(votes(LEAST_HELD_OUT_PROMPTS - 1, knows), createRandom(1)).verdict).toBe("too few");
    const errs = (index: number) => ({ outcome: index % 2, old: 0.5, new: index % 2 === 1 ? 0.2 : 0.8 });
    expect(compareOnVotes(votes(40, errs), createRandom(1)).verdict).toBe("worse");
    const guesses = (index: number) => ({ outcome: index % 2, old: 0.5, new: index % 4 < 2 ? 0.6 : 0.4 });
    expect(compareOnVotes(votes(40, guesses), createRandom(1)).verdict).toBe("no difference");
  });

  it("counts many votes on one prompt as one piece of evidence", () => {
    const one = votes(400, () => ({ outcome: 1, old: 0.5, new: 0.9 })).map((vote) => ({ ...vote, prompt: "the same" }));
    expect(compareOnVotes(one, createRandom(1))).toMatchObject({ votes: 400, prompts: 1, verdict: "too few" });
  });

  it("of no votes says nothing, and of any the same the other way round", () => {
    expect(compareOnVotes([], createRandom(1))).toMatchObject({
      agreement: null,
      calibration: null,
      verdict: "too few",
    });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const vote = fc.record({
      prompt: fc.constantFrom("a", "b", "c"),
      outcome: fc.constantFrom(0, 0.5, 1),
      old: share,
      new: share,
    });
    fc.assert(
      fc.property(fc.array(vote, { minLength: 1, maxLength: 20 }), (rows) => {
        const there = compareOnVotes(rows, createRandom(2)).logLoss;
        const back = compareOnVotes(
          rows.map((row) => ({ ...row, old: row.new, new: row.old })),
          createRandom(2),
        ).logLoss;
        expect(back.difference).toBeCloseTo(-there.difference, 9);
        expect(back.interval?.[0]).toBeCloseTo(-(there.interval?.[1] ?? Number.NaN), 9);
        expect([there.old, there.new].every((loss) => Number.isFinite(loss) && loss >= 0)).toBe(true);
      }),
      { seed: 3, numRuns: 30 },
    );
  });
});
