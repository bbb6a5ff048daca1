import { describe, expect, it } from "vitest";
import { BENCHMARK_INFO } from "@/lib/domain/benchmark";
import { loadAboutData } from "./about-data";

describe("the shipped artifacts behind the page about the data", () => {
  it("agree with each other on what was trained on and what was left out", async () => {
    const { manifest, report } = await loadAboutData();
    const datasets = new Map(manifest.datasets.map((dataset) => [dataset.path, dataset]));
    const trained = report.files.filter(({ rowsUsed }) => rowsUsed > 0);
    expect(trained.length).toBeGreaterThan(5);
    for (const { path, rows, rowsUsed, licence } of trained) {
      expect(datasets.get(path), path).toMatchObject({ rows, rowsUsed, licence });
    }
    expect(report.contamination).toEqual(manifest.contamination);
    const flagged = report.files.filter(({ kind, use }) => kind !== "benchmark" && use !== "evaluate");
    expect(flagged.reduce((sum, file) => sum + file.flagged, 0)).toBe(manifest.contamination.flagged);
  });

  it("know how many questions were measured, and what is wrong with the subject that the audit leaves out", async () => {
    const { questions, brokenSubject, measured, report } = await loadAboutData();
    expect(questions["mmlu-audited"]).toBe(questions.mmlu - brokenSubject.questions);
    // A guess among four options is right in 25 %: less cannot be what the strong model knew.
    expect(brokenSubject.strong).toBeLessThan(0.25);
    expect(brokenSubject.weak).toBeGreaterThan(brokenSubject.strong);
    for (const { benchmark, questions: compared } of report.similarity.benchmarks) {
      // Of a large benchmark an even sample is compared.
      expect(compared, BENCHMARK_INFO[benchmark].label).toBe(Math.min(1500, questions[benchmark]));
    }
    expect(measured.gsm8k.mf.apgr).toBeGreaterThan(0.5);
  });
});
