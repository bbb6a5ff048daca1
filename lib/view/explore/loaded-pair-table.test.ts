import { describe, expect, it } from "vitest";
import { sigmoid } from "@/lib/math/sigmoid";
import { smallPairOutcomes, smallPairScores } from "@/lib/test/small-pair-table";
import { NOT_ASKED, pairTable } from "./loaded-pair-table";
import { analysePair } from "./pair-analysis";
import { pairMatrix } from "./pair-matrix";
import { pairKnowledge, pairWinRates } from "./pair-win-rates";
import { gapFinding, heldOutFinding, knowledgeFinding, matrixFinding } from "./pair-words";

const table = pairTable(smallPairOutcomes, smallPairScores);

describe("pairTable", () => {
  it("unpacks the questions that count, models by descending score, and who was not asked", () => {
    expect(table.ids).toEqual(["q-0", "q-2", "q-3", "q-4"]);
    expect([...table.category]).toEqual([0, 1, 1, 0]);
    expect(table.models.map(({ name, outcomes, score }) => [name, [...outcomes], score])).toEqual([
      ["big", [1, 1, 1, 1], 1],
      ["Mid", [1, 1, 0, 0], 0.5],
      ["small", [0, 1, 0, NOT_ASKED], 1 / 3],
    ]);
    expect([...table.winRates.bert]).toEqual([0.5, 0.25, 0.75, 0.125]);
    expect([...table.strengths.mf.values]).toEqual([0, 1, 0, 2, 0, 3, 0, -1]);
  });
});

describe("pairKnowledge and pairWinRates", () => {
  it("knows a pair it learned from, in the direction that is asked", () => {
    const pair = { strong: "big", weak: "small" };
    expect(pairKnowledge(table, pair)).toMatchObject({
      sw_ranking: "knows",
      mf: "stranger",
      bert: "blind",
      length: "blind",
    });
    const ahead = pairWinRates(table, pair).sw_ranking;
    [1, 2, 3, -1].forEach((logOdds, question) => {
      expect(ahead[question]).toBeCloseTo(sigmoid(logOdds), 12);
    });
    const turned = { strong: "small", weak: "big" };
    expect(pairKnowledge(table, turned).sw_ranking).toBe("reversed");
    const behind = pairWinRates(table, turned).sw_ranking;
    ahead.forEach((winRate, question) => {
      expect(winRate + (behind[question] ?? 0)).toBeCloseTo(1, 12);
    });
  });

  it("falls back on the pair it was trained for where a model is a stranger, or both are one player", () => {
    // mf was taught that player 0 is the strong one of its own pair.
    expect(pairWinRates(table, { strong: "big", weak: "small" }).mf[0]).toBeCloseTo(sigmoid(-1), 12);
    const alike = { strong: "small", weak: "mid" };
    expect(pairKnowledge(table, alike).sw_ranking).toBe("alike");
    expect(pairWinRates(table, alike).sw_ranking[0]).toBeCloseTo(sigmoid(1), 12);
    expect(pairKnowledge(table, { strong: "toString", weak: "big" }).sw_ranking).toBe("stranger");
  });

  it("says where a router knows both models but has nothing to tell them apart by", () => {
    const { sw_ranking } = table.strengths;
    const flat = { ...sw_ranking, values: sw_ranking.values.map(() => 0) };
    const silent = { ...table, strengths: { ...table.strengths, sw_ranking: flat } };
    expect(pairKnowledge(silent, { strong: "big", weak: "small" }).sw_ranking).toBe("mute");
  });

  it("scales as the router is scaled", () => {
    const scaled = pairTable(smallPairOutcomes, {
      ...smallPairScores,
      strengths: {
        ...smallPairScores.strengths,
        mf: { ...smallPairScores.strengths.mf, scale: { slope: 2, offset: 0.5 } },
      },
    });
    expect(pairWinRates(scaled, { strong: "big", weak: "trained-strong" }).mf[0]).toBeCloseTo(sigmoid(2 * 1 + 0.5), 12);
  });
});

describe("analysePair", () => {
  it("measures on the questions that both were asked", () => {
    const analysis = analysePair(table, { strong: "big", weak: "small" });
    expect(analysis.table).toMatchObject({
      benchmark: "mmlu-pro",
      questions: 3,
      strongModel: "big",
      weakModel: "small",
    });
    expect(analysis).toMatchObject({ strong: 1, weak: 1 / 3, pair: { notAsked: 1 } });
    // By SW the questions come last, middle, first: gains 1, 0, 1 of 3.
    expect(analysis.routers.sw_ranking.metrics.apgr).toBeCloseTo((1 / 2 + 1 + 3 / 2) / 3 / 2, 12);
    const [low, high] = analysis.pair.intervals.sw_ranking;
    expect(low).toBeLessThanOrEqual(high);
  });

  it("takes other models where a name is unknown or stands twice", () => {
    for (const pair of [
      { strong: "nobody", weak: "small" },
      { strong: "big", weak: "big" },
    ]) {
      expect(analysePair(table, pair).pair.pair).toEqual({ strong: "big", weak: "small" });
    }
    const problem = (strong: string, weak: string) => analysePair(table, { strong, weak }).pair.problem;
    expect(problem("big", "Mid")).toBeNull();
    expect(problem("nobody", "small")).toBe(
      "This address says strong=“nobody” and weak=“small”, but MMLU-Pro has no outcomes of “nobody”; big over small is shown instead.",
    );
    expect(problem("no\u202ebody", "x".repeat(99))).toContain(`no outcomes of “no body” and “${"x".repeat(59)}…”; big`);
    expect(problem("big", "big")).toContain("but a model is no pair with itself; big over small is shown instead.");
  });
});

describe("pairMatrix", () => {
  it("has every pair once with the APGR of its own analysis, and knows which are too close", () => {
    const { cells } = pairMatrix(table, "sw_ranking");
    expect(cells.map(({ strong, weak }) => [strong, weak])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    for (const { strong, weak, apgr, gap } of cells) {
      const pair = { strong: table.models[strong]?.name ?? "", weak: table.models[weak]?.name ?? "" };
      const analysis = analysePair(table, pair);
      expect(apgr).toBeCloseTo(analysis.routers.sw_ranking.metrics.apgr ?? Number.NaN, 12);
      expect(gap).toBeCloseTo(analysis.strong - analysis.weak, 12);
    }
    // big over small gains on 2 of 3 questions, 2/3 ± 1/3: told from none. The other gaps are 1/2 ± .29 and 1/3 ± 1/3.
    expect(cells.map(({ close }) => close)).toEqual([true, false, true]);
    expect(pairMatrix(table, "length")).toMatchObject({ measured: 1 });
  });
});

describe("the words about pairs", () => {
  const context = analysePair(table, { strong: "big", weak: "small" }).pair;

  it("say who knows the pair and who transfers", () => {
    expect(knowledgeFinding(context.knowledge, ["sw_ranking", "mf", "bert"])).toBe(
      "SW ranking knows this pair: another choice changes its win rates. Matrix factorization and BERT transfer: their win rates stay, only the outcomes change.",
    );
    expect(knowledgeFinding(context.knowledge, ["mf", "bert"])).toContain("No router knows this pair");
    expect(knowledgeFinding(context.knowledge, ["sw_ranking"])).not.toContain("transfer");
  });

  it("say what is left out, and why", () => {
    expect(heldOutFinding(context, 3)).toBe(
      "3 questions. The routers were trained on 1 of this table's questions, which are left out here, as are 0 that resemble what they were trained on. 1 more were not put to both models.",
    );
  });

  it("warn where there is no gap, or one the wrong way round", () => {
    expect(gapFinding(0.2, 0.05)).toBeNull();
    expect(gapFinding(0.05, 0.05)).toContain("too much alike");
    expect(gapFinding(-0.2, 0.05)).toContain("Swap the two");
  });

  it("sum a matrix up", () => {
    const matrix = { routerLabel: "MF", pairs: 10, measured: 8, meanApgr: 0.6123, aboveHalf: 0.75 };
    expect(matrixFinding(matrix)).toBe(
      "2 of 10 pairs score too much alike for routing to matter. On the other 8 MF has a mean APGR of 0.612, and beats random on 75\u00a0% of them.",
    );
    expect(matrixFinding({ ...matrix, measured: 0 })).toContain("none is left");
  });
});
