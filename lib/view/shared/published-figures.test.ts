import { describe, expect, it } from "vitest";
import { PUBLISHED_FIGURES, publishedMarks } from "./published-figures";

describe("publishedMarks", () => {
  it("stands at CPT50 half way and at CPT80 four fifths up between the two models", () => {
    const marks = publishedMarks({ benchmark: "mt-bench", strong: 9, weak: 8 });
    expect(marks).toHaveLength(8);
    expect(marks[0]).toEqual({
      name: "MF, CPT50 (published, arena + augmented)",
      strongShare: 0.134,
      score: 8.5,
      label: "MF",
    });
    expect(marks.filter((mark) => mark.score === 8.8)).toHaveLength(4);
  });

  it("gives neighbours one label together", () => {
    const labels = publishedMarks({ benchmark: "mmlu", strong: 1, weak: 0 }).flatMap(({ label }) => label ?? []);
    expect(labels).toEqual(["SW · MF · Causal · BERT", "Causal · MF · SW · BERT"]);
  });

  it("has nothing for the audited MMLU, which the paper does not report", () => {
    expect(publishedMarks({ benchmark: "mmlu-audited", strong: 1, weak: 0 })).toEqual([]);
  });
});

it("the published CPTs rise and beat random on APGR", () => {
  for (const router of Object.values(PUBLISHED_FIGURES).flat()) {
    expect(router.cpt50).toBeLessThan(router.cpt80);
    expect(router.apgr).toBeGreaterThan(0.5);
  }
});
