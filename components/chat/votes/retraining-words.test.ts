import { describe, expect, it } from "vitest";
import type { RetrainingComparison, RetrainingStatus } from "@/lib/schemas/web/retraining-state";
import { benchmarksInWords, verdictInWords, votesInWords } from "./retraining-words";

type RouterComparison = RetrainingComparison["routers"]["mf"];

const same = { apgr: 0.6, interval: [0.55, 0.65] as const };
const comparison = (changes: {
  verdict?: RouterComparison["onVotes"]["verdict"];
  gsm8k?: number;
  mmlu?: number;
}): RouterComparison => ({
  voteWeight: 4,
  onVotes: {
    ...{ votes: 25, prompts: 24, decided: 20, agreement: null, calibration: null },
    logLoss: { old: 0.7, new: 0.65, difference: -0.05, interval: [-0.08, -0.02] },
    verdict: changes.verdict ?? "better",
  },
  benchmarks: {
    mmlu: { old: same, new: { ...same, apgr: changes.mmlu ?? 0.6 } },
    "mmlu-audited": { old: same, new: same },
    gsm8k: { old: same, new: { ...same, apgr: changes.gsm8k ?? 0.6 } },
    "mt-bench": { old: same, new: same },
  },
});

describe("a training on votes in words", () => {
  it("says what held-out votes say, and plainly when they say nothing", () => {
    expect(verdictInWords(comparison({}))).toBe(
      "Better on votes it has not seen: log loss −0.050 (95 % −0.080 to −0.020).",
    );
    expect(verdictInWords(comparison({ verdict: "no difference" }))).toMatch(/do not tell old and new apart/);
    expect(verdictInWords(comparison({ verdict: "too few" }))).toBe(
      "Too few votes to tell: 24 held-out questions, and 20 are the fewest that say anything.",
    );
  });

  it("names each benchmark that left the old interval", () => {
    expect(benchmarksInWords(comparison({}))).toBe("On every benchmark it stays within the old interval.");
    expect(benchmarksInWords(comparison({ gsm8k: 0.5, mmlu: 0.7 }))).toBe(
      "It gives up quality on GSM8K. It gains on MMLU.",
    );
    expect(benchmarksInWords(comparison({ gsm8k: 0.55 }))).toMatch(/within/);
  });

  it("says what there is to learn from, and what is missing", () => {
    const status = (usable: number, change: Partial<RetrainingStatus> = {}): RetrainingStatus => ({
      votes: { usable, needed: 100, simulated: 2, others: 0 },
      ...{ connected: true, served: { kind: "shipped", date: "2026-11-23" }, training: { state: "none" }, ...change },
    });
    expect(votesInWords(status(1))).toMatch(/^1 real vote on the two connected models; training starts from 100/);
    expect(votesInWords(status(1))).toMatch(/Left out: 2 on simulated answers\.$/);
    expect(votesInWords(status(100))).toMatch(/one question in five are held out/);
    expect(votesInWords(status(0, { connected: false }))).toMatch(/^Simulated models answer here/);
  });
});
