import { describe, expect, it } from "vitest";
import { z } from "zod";
import { BENCHMARK_INFO } from "@/lib/domain/benchmark";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { readTransformerArtifacts } from "@/lib/packing/transformer-artifacts";
import { readEnv } from "@/lib/runtime/env";
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

  it("hold the win rates of every router to the pair's own MMLU rows, and to no others", async () => {
    const { manifest, reliability, ties } = await loadAboutData();
    const battles = reliability.sources.reduce((sum, source) => sum + source.battles, 0);
    const trainedOn = manifest.datasets.filter(({ use, rowsUsed }) => use !== "train" && rowsUsed > 0);
    expect(trainedOn.map(({ path, rowsUsed }) => [path, rowsUsed])).toEqual([["benchmarks/mmlu.jsonl.gz", battles]]);
    expect(Object.keys(reliability.routers).sort()).toEqual([...ROUTER_IDS].sort());
    for (const [id, { before, after, scale }] of Object.entries(reliability.routers)) {
      for (const { bins, error } of [before, after]) {
        expect(
          bins.reduce((sum, { count }) => sum + count, 0),
          id,
        ).toBe(battles);
        const distances = bins.map(({ winRate, observed, count }) => Math.abs(winRate - observed) * count);
        expect(error, id).toBeCloseTo(distances.reduce((sum, distance) => sum + distance, 0) / battles, 9);
      }
      if (scale === undefined) expect(after, id).toEqual(before);
      else expect(after.error, id).toBeLessThan(before.error);
    }
    // Both right or both wrong: most questions, or there would be no point in asking the weak model.
    expect(ties).toBeGreaterThan(0.5);
    expect(ties).toBeLessThan(1);
  });

  it("describe the transformers that are shipped", async () => {
    const { transformers } = await loadAboutData();
    const directory = readEnv().artifactsDirectory;
    const kept = await readTransformerArtifacts(directory);
    const { vocab } = z
      .object({ model: z.object({ vocab: z.record(z.string(), z.int()) }) })
      .parse(JSON.parse(kept["tokenizer.json"])).model;
    expect(Object.keys(vocab)).toHaveLength(transformers.vocabulary);
    expect(kept["transformers.json"].causal_llm.positions).toBe(transformers.positions);
    // 8-bit tables of tokens and positions alone, without the layers: the file cannot be smaller, nor twice as large.
    const tables = (transformers.vocabulary + transformers.positions) * transformers.width;
    expect(kept["bert.onnx"].length).toBeGreaterThan(tables);
    expect(kept["bert.onnx"].length).toBeLessThan(2 * tables);
  });
});
