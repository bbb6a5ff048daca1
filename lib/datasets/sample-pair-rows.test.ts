import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BROKEN_SUBJECT } from "@/lib/domain/benchmark";
import { createRandom } from "@/lib/math/seeded-random";
import type { BenchmarkQuestion } from "./read-benchmark";
import { samplePairRows } from "./sample-pair-rows";

const SUBJECTS = ["law", "art", BROKEN_SUBJECT, "anatomy"];
const questionsOf = (categories: readonly string[]): BenchmarkQuestion[] =>
  categories.map((category, index) => ({
    id: String(index),
    prompt: "",
    category,
    strong: 1,
    weak: 0,
    contaminated: false,
  }));

describe("samplePairRows", () => {
  it("takes distinct rows in order, none of the broken subject, of each other subject its share", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...SUBJECTS), { maxLength: 80 }),
        fc.nat(60),
        fc.nat(99),
        (categories, size, seed) => {
          const sample = samplePairRows({ questions: questionsOf(categories), size, random: createRandom(seed) });
          const usable = categories.filter((category) => category !== BROKEN_SUBJECT).length;
          expect(sample).toHaveLength(Math.min(size, usable));
          expect(sample).toEqual([...new Set(sample)].sort((left, right) => left - right));
          const share = Math.min(1, size / Math.max(1, usable));
          for (const subject of SUBJECTS) {
            const members = categories.filter((category) => category === subject).length;
            const taken = sample.filter((index) => categories[index] === subject).length;
            if (subject === BROKEN_SUBJECT) expect(taken).toBe(0);
            else expect(taken).toBeGreaterThanOrEqual(Math.floor(members * share));
          }
        },
      ),
    );
  });

  it("gives every subject its exact share where shares are whole: 3 of 30, 6 of 60", () => {
    const categories = [...Array.from({ length: 30 }, () => "law"), ...Array.from({ length: 60 }, () => "art")];
    const sample = samplePairRows({ questions: questionsOf(categories), size: 9, random: createRandom(1) });
    expect(sample.filter((index) => index < 30)).toHaveLength(3);
  });

  it("is the same for the same seed and another for another", () => {
    const questions = questionsOf(Array.from({ length: 200 }, (_, index) => SUBJECTS[index % 2] ?? ""));
    const sample = (seed: number) => samplePairRows({ questions, size: 50, random: createRandom(seed) });
    expect(sample(1)).toEqual(sample(1));
    expect(sample(1)).not.toEqual(sample(2));
  });

  it("has no favourites within a subject: over many seeds its rows are taken about equally often", () => {
    const questions = questionsOf(Array.from({ length: 20 }, () => "law"));
    const taken = new Int32Array(20);
    for (let seed = 0; seed < 2000; seed += 1) {
      for (const index of samplePairRows({ questions, size: 5, random: createRandom(seed) })) {
        taken[index] = (taken[index] ?? 0) + 1;
      }
    }
    // 500 each, with a deviation of √(2000 · ¼ · ¾) ≈ 19.
    for (const count of taken) expect(Math.abs(count - 500)).toBeLessThan(90);
  });
});
