import { expect, it } from "vitest";
import type { SampleComparison } from "@/lib/calibration/drift";
import { borrowedQualityFinding, borrowQuality, nearestBenchmark } from "./borrowed-quality";

const comparison = (name: string, stability: number): SampleComparison => ({
  with: name,
  stability,
  share: 0.5,
  otherShare: 0.5,
  level: "moderate",
});
const band = { strongShares: [0, 0.5, 1], recovered: [0, 0.7, 1], low: [0, 0.6, 1], high: [0, 0.8, 1] };

it("borrows from the benchmark that is most alike, never from the training data or another sample", () => {
  const comparisons = [
    comparison("training", 0),
    comparison("mmlu", 0.4),
    comparison("gsm8k", 0.2),
    comparison("june", 0.1),
  ];
  expect(nearestBenchmark(comparisons)?.benchmark).toBe("gsm8k");
  expect(nearestBenchmark([comparison("training", 0)])).toBeNull();
});

it("spans the bands at the same share and at the same α", () => {
  const agreed = borrowQuality({ band, strongShare: 0.5, shareAtThreshold: 0.5 });
  expect(agreed).toEqual({ recovered: 0.7, range: [0.6, 0.8] });
  const apart = borrowQuality({ band, strongShare: 0.5, shareAtThreshold: 0.25 });
  expect(apart.recovered).toBe(0.7);
  expect(apart.range[0]).toBeCloseTo(0.3, 12);
  expect(apart.range[1]).toBeCloseTo(0.8, 12);
});

it("says that it is no measurement, and how alike the benchmark is", () => {
  const quality = { recovered: 0.7, range: [0.3, 0.8] } as const;
  expect(borrowedQualityFinding(quality, { benchmark: "gsm8k", comparison: comparison("gsm8k", 0.2) })).toBe(
    "Extrapolated, not measured: the same share of strong calls keeps about 70\u00a0% of the gap between the two models (30\u00a0% to 80\u00a0%) on GSM8K, the most similar benchmark, though somewhat different.",
  );
  const beyond = { recovered: 0.98, range: [-0.05, 1.12] } as const;
  expect(borrowedQualityFinding(beyond, { benchmark: "gsm8k", comparison: comparison("gsm8k", 0.2) })).toContain(
    "keeps about 98\u00a0% of the gap between the two models (none to all)",
  );
  const unlike = { benchmark: "mmlu", comparison: { ...comparison("mmlu", 2), level: "different" } } as const;
  expect(borrowedQualityFinding(quality, unlike)).toMatch(/take it as a hint only/);
});
