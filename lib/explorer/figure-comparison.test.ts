import { describe, expect, it } from "vitest";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { compareFigures } from "./figure-comparison";

const figures = forEveryRouter((id) => ({ apgr: ROUTER_IDS.indexOf(id) / 10, cpt50: 0.4, cpt80: null }));
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
