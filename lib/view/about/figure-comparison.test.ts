import { describe, expect, it } from "vitest";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { compareFigures, isBetter, largestReadingGap } from "./figure-comparison";

const figures = forEveryRouter((id) => ({
  ...{ apgr: ROUTER_IDS.indexOf(id) / 10, cpt50: 0.4, cpt80: null },
  deciles: { apgr: ROUTER_IDS.indexOf(id) / 10 + 0.02, cpt50: 0.4, cpt80: null },
}));
const measured = { mmlu: figures, "mmlu-audited": figures, gsm8k: figures, "mt-bench": figures };

describe("compareFigures", () => {
  const rows = compareFigures(measured);

  it("sets the paper's router beside ours of the same method", () => {
    const { cells } = rows.find(({ label }) => label === "SW ranking") ?? {};
    expect(cells?.mmlu).toEqual({
      published: { name: "SW ranking", cpt50: 0.354, cpt80: 0.7155, apgr: 0.603 },
      measured: figures.sw_ranking,
    });
    expect(cells?.["mmlu-audited"].published).toBeNull();
  });

  it("has every router once, and baselines with nothing published", () => {
    expect(rows.filter(({ cells }) => cells.gsm8k.measured !== null)).toHaveLength(ROUTER_IDS.length);
    expect(rows.filter(({ cells }) => cells.gsm8k.published !== null)).toHaveLength(4);
    for (const { baseline, cells } of rows) if (baseline) expect(cells.mmlu.published).toBeNull();
  });
});

it("says how far the two ways of reading lie apart", () => {
  expect(largestReadingGap(measured)).toBeCloseTo(0.02, 12);
});

it("calls a figure better only where it is so in both ways of reading", () => {
  const published = { name: "MF", apgr: 0.6, cpt50: 0.4, cpt80: 0.8 };
  const cell = (apgr: number, deciles: number, cpt80: number | null = 0.7) => {
    const rest = { cpt50: 0.4, cpt80 };
    return { published, measured: { apgr, ...rest, deciles: { apgr: deciles, ...rest } } };
  };
  expect(isBetter(cell(0.61, 0.61), "apgr")).toBe(true);
  expect(isBetter(cell(0.61, 0.6), "apgr")).toBe(false);
  expect(isBetter(cell(0.61, 0.61), "cpt80")).toBe(true);
  expect(isBetter(cell(0.61, 0.61, null), "cpt80")).toBe(false);
  expect(isBetter({ ...cell(1, 1), published: null }, "apgr")).toBe(false);
});
