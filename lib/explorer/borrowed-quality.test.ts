import { describe, expect, it } from "vitest";
import { borrowQuality } from "./borrowed-quality";

const line = (scale: number) => Array.from({ length: 101 }, (_, place) => (place / 100) ** scale);
const measured = { questions: 100, recovered: line(0.5), low: line(0.6), high: line(0.4) };
const comparison = (name: string, stability: number, level: "same" | "moderate" | "different") => ({
  with: name,
  stability,
  share: 0.5,
  otherShare: 0.5,
  level,
});

describe("borrowQuality", () => {
  it("takes the nearest benchmark, never the training data, and says that it is borrowed", () => {
    const borrowed = borrowQuality({
      comparisons: [
        comparison("training", 0, "same"),
        comparison("mmlu", 0.4, "different"),
        comparison("gsm8k", 0.15, "moderate"),
      ],
      quality: { mmlu: measured, gsm8k: measured },
      strongShare: 0.25,
    });
    expect(borrowed?.benchmark).toBe("GSM8K");
    expect(borrowed?.recovered).toBe(0.5);
    expect(borrowed?.sentence).toMatch(/^Borrowed from GSM8K, not measured on your prompts: .* 50\u00a0% of the gap/);
    expect(borrowed?.sentence).toContain("rough guide");
  });

  it("warns where even the nearest is unlike, and is silent where nothing was measured", () => {
    const comparisons = [comparison("mmlu", 2, "different")];
    expect(borrowQuality({ comparisons, quality: { mmlu: measured }, strongShare: 1 })?.sentence).toContain(
      "do not rely",
    );
    expect(borrowQuality({ comparisons, quality: {}, strongShare: 1 })).toBeNull();
    expect(borrowQuality({ comparisons: [], quality: { mmlu: measured }, strongShare: 1 })).toBeNull();
  });
});
