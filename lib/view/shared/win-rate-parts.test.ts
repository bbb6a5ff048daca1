import fc from "fast-check";
import { expect, it } from "vitest";
import { winRateParts, winRatePartsInWords } from "./win-rate-parts";

const bins = [
  { winRate: 0.52, strong: 100, tie: 800, weak: 100 },
  { winRate: 0.57, strong: 190, tie: 760, weak: 50 },
];

it("reads the nearest bin, beyond the ends too", () => {
  expect(winRateParts(bins, 0.56)).toEqual({ strong: 19, tie: 76, weak: 5, questions: 1000, winRate: 0.57 });
  expect(winRateParts(bins, 0.99)?.tie).toBe(76);
  expect(winRateParts(bins, 0.1)?.tie).toBe(80);
  expect(winRateParts([], 0.5)).toBeUndefined();
});

it("adds up to 100, each part within one of its share", () => {
  const count = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(count, count, fc.integer({ min: 1, max: 400 }), (strong, tie, weak) => {
      const parts = winRateParts([{ winRate: 0.5, strong, tie, weak }], 0.5);
      const total = strong + tie + weak;
      if (parts === undefined) throw new Error("There is a bin.");
      expect(parts.strong + parts.tie + parts.weak).toBe(100);
      expect(Math.abs(parts.strong - (100 * strong) / total)).toBeLessThan(1);
      expect(Math.abs(parts.tie - (100 * tie) / total)).toBeLessThan(1);
      expect(Math.abs(parts.weak - (100 * weak) / total)).toBeLessThan(1);
    }),
  );
});

it("says the parts, with the win rate defined by them", () => {
  const parts = winRateParts(bins, 0.57);
  if (parts === undefined) throw new Error("There is a bin.");
  const words = winRatePartsInWords(parts, { subject: "BERT says 0.5701.", questionsOf: "the audited MMLU" });
  expect(words.parts).toBe(
    "BERT says 0.5701. Of 100 questions of the audited MMLU with about this win rate, the strong model was better on 19, the two did equally well on 76, and the weak one was better on 5.",
  );
  expect(words.definition).toMatch(
    /^The win rate counts a tie half: 19 \+ 76\/2 = 57 of 100\. Counted on 1,000 questions/,
  );
});
