import { describe, expect, it } from "vitest";
import { type CalibratedOn, offerModel } from "@/lib/calibration/model-offer";
import { DEFAULT_MONEY } from "@/lib/calibration/money";
import { BROKEN_SUBJECT } from "@/lib/domain/benchmark";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { toThreshold } from "@/lib/domain/threshold";
import { DEFAULT_ASSUMPTIONS } from "@/lib/view/shared/assumptions";
import { pairMoney, pairPrices, SERVED_PAIR } from "@/lib/view/shared/pair-prices";
import { analyseBenchmark } from "./analysis";
import { categoryRows } from "./category-rows";
import { curveCsv, metricsCsv, pointCsv } from "./export-tables";
import { metricRows } from "./metric-rows";
import type { BenchmarkFile } from "./question-table";
import { selectPoint } from "./selected-point";

/** Six questions of three subjects: one used in training, two of the broken subject, three that always count. */
const file: BenchmarkFile = {
  benchmark: "mmlu",
  strongModel: "strong-1",
  weakModel: "weak-1",
  categories: ["law", BROKEN_SUBJECT, "marketing"],
  ids: ["a", "b", "c", "d", "e", "f"],
  category: [0, 0, 1, 1, 2, 0],
  strong: [1, 1, 0, 0, 1, 1],
  weak: [0, 0, 1, 1, 1, 0],
  trained: [5],
  winRates: {
    mf: [0.9, 0.8, 0.3, 0.2, 0.1, 0.99],
    sw_ranking: [0.7, 0.9, 0.3, 0.2, 0.8, 0.99],
    bert: [0.6, 0.7, 0.5, 0.4, 0.2, 0.99],
    causal_llm: [0.8, 0.1, 0.2, 0.3, 0.4, 0.99],
    length: [0.5, 0.5, 0.5, 0.5, 0.5, 0.99],
    random: [0.1, 0.6, 0.4, 0.3, 0.9, 0.99],
  },
  publishedPoints: [],
};
const audited = analyseBenchmark(file, "mmlu-audited");
const money = DEFAULT_MONEY;
const intervals = {
  mf: [0.6, 0.9],
  sw_ranking: [0.5, 0.8],
  bert: [0.5, 0.8],
  causal_llm: [0.5, 0.8],
  length: [0.4, 0.6],
  random: [0.4, 0.6],
} as const;

describe("analyseBenchmark", () => {
  it("leaves out what was trained on, and from the audited MMLU the broken subject", () => {
    expect(analyseBenchmark(file, "mmlu").table.questions).toBe(5);
    expect(audited.table.questions).toBe(3);
    expect(audited).toMatchObject({ strong: 1, weak: 1 / 3 });
  });

  it("draws every curve from the weak model to the strong one, with a point for every question", () => {
    expect(audited.rows.map((row) => row.strongShare)).toEqual([0, 1 / 3, 2 / 3, 1]);
    for (const router of ["mf", "sw_ranking", "length", "random"] as const) {
      expect(audited.rows.at(0)?.[router]).toBeCloseTo(1 / 3);
      expect(audited.rows.at(-1)?.[router]).toBeCloseTo(1);
    }
    // mf ranks both gains first, as the oracle does; length cannot tell and draws lots.
    for (const { mf, oracle } of audited.rows) expect(mf).toBeCloseTo(oracle);
    expect(audited.rows[1]?.length).toBeCloseTo(5 / 9);
    expect(audited.rows[1]?.expected).toBeCloseTo(5 / 9);
  });

  it("refuses another benchmark's file and one without a held-out question", () => {
    expect(() => analyseBenchmark(file, "gsm8k")).toThrow("The file holds mmlu, but gsm8k was expected.");
    expect(() => analyseBenchmark({ ...file, trained: [0, 1, 2, 3, 4, 5] }, "mmlu")).toThrow("No question of mmlu");
  });
});

describe("categoryRows", () => {
  const rowsAt = (threshold: number) =>
    categoryRows({ table: audited.table, router: "mf", sums: audited.routers.mf.sums, threshold });

  it("counts and scores each subject at α, without subjects that have no question", () => {
    const [law, marketing] = rowsAt(0.85);
    expect(law).toMatchObject({ category: "law", questions: 2, strongShare: 0.5, score: 0.5, gain: 1 });
    expect(law?.meanWinRate).toBeCloseTo(0.85);
    expect(marketing).toMatchObject({ category: "marketing", strongShare: 0, score: 1, gain: 0 });
    expect(rowsAt(0.85)).toHaveLength(2);
  });

  it("adds up to the point on the curve", () => {
    for (const targetShare of [0, 0.4, 1]) {
      const { curve, sortedWinRates } = audited.routers.mf;
      const point = selectPoint({ curve, sample: sortedWinRates, targetShare });
      const rows = rowsAt(point.threshold);
      const mean = (read: (row: (typeof rows)[number]) => number) =>
        rows.reduce((sum, row) => sum + read(row) * row.questions, 0) / 3;
      expect(mean((row) => row.strongShare)).toBeCloseTo(point.strongShare);
      expect(mean((row) => row.score)).toBeCloseTo(point.score);
    }
  });
});

describe("metricRows", () => {
  const rows = metricRows({ analysis: audited, intervals, score: 2 / 3, money });
  const row = (router: string) => rows.find((candidate) => candidate.router === router);

  it("compares routers at the quality that is selected", () => {
    // Half of the gap: mf needs one call in three; random needs half of the calls.
    expect(row("mf")?.callsNeeded).toBeCloseTo(1 / 3);
    expect(row("mf")?.againstRandom).toBeCloseTo(1.5);
    expect(row("mf")?.againstStrong).toBeCloseTo(24.7 / (24.7 / 3 + (2 * 0.24) / 3));
    expect(row("length")?.againstRandom).toBeCloseTo(1);
  });

  it("has no figure for a quality that is out of reach", () => {
    const [first] = metricRows({ analysis: audited, intervals, score: 1.1, money });
    expect(first).toMatchObject({ callsNeeded: null, againstRandom: null, againstStrong: null });
  });

  it("is saved as CSV with a header and a row for each router", () => {
    const lines = metricsCsv(rows, { benchmark: "mmlu-audited", score: 2 / 3 })
      .trimEnd()
      .split("\r\n");
    expect(lines).toHaveLength(1 + ROUTER_IDS.length);
    expect(new Set(lines.map((line) => line.split(",").length))).toEqual(new Set([13]));
  });
});

describe("exports", () => {
  it("hold every point of every curve", () => {
    const lines = curveCsv(audited).trimEnd().split("\r\n");
    // Header; three distinct win rates and the all-weak end for each router but length, which has one and the end.
    expect(lines).toHaveLength(1 + (ROUTER_IDS.length - 1) * 4 + 2);
    expect(lines).toContain("mmlu-audited,mf,0.9,0.333333,0.666667");
  });

  it("name the selected point's model and cost", () => {
    const { curve, sortedWinRates } = audited.routers.mf;
    const point = selectPoint({ curve, sample: sortedWinRates, targetShare: 1 / 3 });
    const prices = pairPrices(SERVED_PAIR, {}, DEFAULT_ASSUMPTIONS.promptTokens);
    const priced = { prices, assumptions: DEFAULT_ASSUMPTIONS, model: pairMoney(prices, DEFAULT_ASSUMPTIONS) };
    const csvOf = (calibratedOn: CalibratedOn) => {
      const threshold = toThreshold(point.threshold);
      const chat = [0.2, 0.9];
      const offer = offerModel({ router: "mf", threshold, calibratedOn, chat, servesPair: true, servesRouter: true });
      return pointCsv({ analysis: audited, router: "mf", point, money: priced, calibratedOn, offer });
    };
    const csv = csvOf({ kind: "chat", prompts: 5000 });
    expect(csv).toContain("\r\nstrong share,0.333333,share\r\n");
    expect(csv).toContain('"cost per month, always strong",886.73,USD');
    expect(csv).toContain('"price of the strong model, prompt",24.7,USD per million tokens');
    expect(csv).toContain('"price of the strong model, source","the RouteLLM paper’s price, mid-2024",');
    expect(csv).toContain("\r\nmean answer,264,tokens\r\n");
    expect(csv).toMatch(/model name,router-mf-0\.8\d{4},/);
    expect(csv).toContain('calibrated on,"5,000 real chat prompts",');
    const unnamed = csvOf({ kind: "benchmark", label: "MMLU audited", prompts: 3 });
    expect(unnamed).not.toContain("router-mf");
    expect(unnamed).toContain("strong share of chat prompts,0.5,share");
  });
});
