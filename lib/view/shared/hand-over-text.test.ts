import { expect, it } from "vitest";
import { parse } from "yaml";
import type { HandOver } from "@/lib/calibration/hand-over";
import { handOverFileName, handOverJson, handOverYaml } from "./hand-over-text";

const handOver: HandOver = {
  kind: "routellm-calibration",
  version: 1,
  router: "sw_ranking",
  threshold: 0.11593,
  model: "router-sw_ranking-0.11593",
  calibratedOn: "8 prompts of “x”",
  target: { strongShare: 0.3, monthlyBudget: null, keep: null },
  shareOnSample: 0.3,
  expectedShare: [0.28, 0.32],
  heldOutShare: 0.301,
  thresholdRange: [0.11, 0.12],
  sample: {
    name: "yes: 'no' #1 \"für\".csv",
    rows: 10,
    heldOut: 2,
    fingerprint: "0e12345678901234567890",
    meanTokens: 40.5,
  },
  prices: {
    strong: { model: "big", inputPerMillion: 24.7, outputPerMillion: 24.7, source: "paper’s: “x”", asOf: "2026-09-23" },
    weak: { model: "small", inputPerMillion: 0.24, outputPerMillion: 0.24, source: "given", asOf: null },
    strongPerMillion: 24.7,
    weakPerMillion: 0.24,
    answerTokens: 264,
    promptsPerMonth: 100_000,
    expectedMonthly: 1,
    monthlyRange: [0.5, 1.5],
    allStrongMonthly: 2,
    allWeakMonthly: 0.1,
  },
  artifacts: { date: "2026-01-02", seed: 1, schemaVersion: 1 },
  createdAt: "2026-01-03T04:05:06.000Z",
};

it("says the same in JSON and in YAML, to the last digit, for old readers of YAML too", () => {
  expect(JSON.parse(handOverJson(handOver))).toEqual(handOver);
  expect(parse(handOverYaml(handOver))).toEqual(handOver);
  // YAML 1.1 (PyYAML among others) knows more words and numbers: dates would become objects, 0e1 a number.
  expect(parse(handOverYaml(handOver), { version: "1.1" })).toEqual(handOver);
});

it("names files after the model and the sample, in characters that every system takes", () => {
  expect(handOverFileName(handOver, "yaml")).toBe("calibration-router-sw-ranking-0.11593-yes-no-1-fu-r.yaml");
  const named = (name: string) => handOverFileName({ ...handOver, sample: { ...handOver.sample, name } }, "json");
  expect(named("../../日本.csv")).toBe("calibration-router-sw-ranking-0.11593.json");
  expect(named(`${"a".repeat(300)}.csv`)).toMatch(/-a{40}\.json$/);
});
