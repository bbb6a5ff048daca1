import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editBetween, editTrail } from "./edit-trail";

const tried = (prompt: string, mf: number, bert?: number) => ({
  prompt,
  scores: {
    takenFor: "chat",
    routers: [
      { routerId: "mf" as const, winRate: mf, latencyMs: 1 },
      ...(bert === undefined ? [] : [{ routerId: "bert" as const, winRate: bert, latencyMs: 1 }]),
    ],
  },
});

describe("editBetween", () => {
  it("names what was put in, taken out or replaced", () => {
    expect(editBetween("Tell me.", "Tell me why.")).toEqual({ removed: "", added: " why" });
    expect(editBetween("Please tell me.", "tell me.")).toEqual({ removed: "Please ", added: "" });
    expect(editBetween("a cat sat", "a dog sat")).toEqual({ removed: "cat", added: "dog" });
    expect(editBetween("aa", "aaa")).toEqual({ removed: "", added: "a" });
  });

  it("never cuts a character in two, and its parts put back give the new text", () => {
    expect(editBetween("😀", "😁")).toEqual({ removed: "😀", added: "😁" });
    const texts = fc.string({ unit: fc.constantFrom("a", "b", "😀", "😁"), maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { removed, added } = editBetween(before, after);
        // With the u flag, surrogates match only where they stand alone.
        expect(`${removed} ${added}`).not.toMatch(/[\ud800-\udfff]/u);
        expect(before.length - removed.length).toBe(after.length - added.length);
        expect(before.includes(removed) && after.includes(added)).toBe(true);
      }),
    );
  });
});

describe("editTrail", () => {
  it("goes back as long as each text is an edit of the one before, and tells the change of every win rate", () => {
    const trail = editTrail([
      tried("Prove that 2 is prime.", 0.7, 0.4),
      tried("Show that 2 is prime.", 0.6),
      tried("Good morning!", 0.1),
      tried("Good morning to you!", 0.2),
    ]);
    expect(trail.map(({ prompt }) => prompt)).toEqual(["Prove that 2 is prime.", "Show that 2 is prime."]);
    expect(trail[0]?.edit).toEqual({ removed: "Show", added: "Prove" });
    expect(trail[0]?.changes.mf).toBeCloseTo(0.1, 12);
    expect(trail[0]?.changes.bert).toBeUndefined();
    expect(trail[0]?.winRates).toEqual({ mf: 0.7, bert: 0.4 });
    expect(trail[1]).toMatchObject({ edit: null, changes: {} });
  });

  it("is a single step for a prompt that was not edited, and empty without history", () => {
    expect(editTrail([tried("one", 0.5)])).toHaveLength(1);
    expect(editTrail([])).toEqual([]);
  });
});
