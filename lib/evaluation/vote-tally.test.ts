import { describe, expect, it } from "vitest";
import { exactInterval } from "./exact-interval";
import { eloDifference, tallyVotes, type VoteOutcome } from "./vote-tally";

const votes = (counts: Partial<Record<VoteOutcome, number>>): VoteOutcome[] =>
  (["first", "second", "tie", "both_bad"] as const).flatMap((outcome) =>
    Array.from({ length: counts[outcome] ?? 0 }, () => outcome),
  );

describe("tallyVotes", () => {
  it("counts each kind, and shares the decided ones only", () => {
    const tally = tallyVotes(votes({ first: 6, second: 2, tie: 3, both_bad: 1 }));
    expect(tally).toMatchObject({ votes: 12, first: 6, second: 2, ties: 3, bothBad: 1 });
    expect(tally.winShare).toEqual({ share: 0.75, interval: exactInterval(6, 8) });
  });

  it("says nothing of no votes, and of ties alone", () => {
    expect(tallyVotes([])).toMatchObject({ votes: 0, winShare: null, eloDifference: null });
    expect(tallyVotes(votes({ tie: 25 }))).toMatchObject({ winShare: null, eloDifference: 0 });
  });

  it("gives a rating from 20 votes on", () => {
    expect(tallyVotes(votes({ first: 19 })).eloDifference).toBeNull();
    expect(tallyVotes(votes({ first: 15, second: 5 })).eloDifference).toBeCloseTo(400 * Math.log10(15.5 / 5.5), 10);
  });
});

describe("eloDifference", () => {
  it("is none between equals, and changes its sign with the sides", () => {
    expect(eloDifference({ score: 15, votes: 30 })).toBeCloseTo(0, 12);
    expect(eloDifference({ score: 21, votes: 30 })).toBeCloseTo(-eloDifference({ score: 9, votes: 30 }), 10);
  });

  it("nears 400 for ten wins to one loss as votes grow, and a clean sweep stays finite", () => {
    expect(eloDifference({ score: 1e6, votes: 1.1e6 })).toBeCloseTo(400, 2);
    expect(eloDifference({ score: 20, votes: 20 })).toBeCloseTo(400 * Math.log10(41), 10);
  });
});
