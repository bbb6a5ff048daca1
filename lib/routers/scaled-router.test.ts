import { describe, expect, it } from "vitest";
import type { RouterExplanation } from "@/lib/domain/router-explanation";
import { toWinRate } from "@/lib/domain/win-rate";
import { isExplaining } from "./explaining-router";
import type { Router } from "./router";
import { createScaledRouter } from "./scaled-router";

const plain: Router = { id: "mf", scoreBatch: async (prompts) => prompts.map(() => toWinRate(0.75)) };
const scale = { slope: 2, offset: Math.LN2 };

async function explainScaled(explanation: RouterExplanation) {
  const scaled = createScaledRouter({ ...plain, ...{ explain: async () => explanation } }, scale);
  if (!isExplaining(scaled)) throw new TypeError("the capability got lost");
  return scaled.explain("any");
}

describe("createScaledRouter", () => {
  it("does not claim to explain what it cannot", () => {
    expect(isExplaining(createScaledRouter(plain, scale))).toBe(false);
  });

  it("keeps summands adding up to the log-odds of the scaled win rate", async () => {
    const parts = [
      { group: "level", kind: "constant", name: "", value: Math.log(3) - 1 },
      { group: "demand", kind: "words", name: "", value: 1 },
    ] as const;
    const explained = await explainScaled({ kind: "mf", winRate: 0.75, scale: null, parts });
    if (explained.kind !== "mf") throw new TypeError("another kind of explanation");
    const total = explained.parts.reduce((sum, { value }) => sum + value, 0);
    expect(explained.winRate).toBeCloseTo(18 / 19, 12);
    expect(total).toBeCloseTo(Math.log(18), 12);
    expect(explained.scale).toEqual(scale);
  });

  it("scales the win rate without each piece as it scales the win rate with it", async () => {
    const pieces = [
      { start: 0, end: 3, without: 0.75 },
      { start: 3, end: 5, without: 0.5 },
    ];
    const explained = await explainScaled({ kind: "bert", winRate: 0.75, scale: null, pieces });
    if (explained.kind !== "bert") throw new TypeError("another kind of explanation");
    expect(explained.pieces[0]?.without).toBe(explained.winRate);
    expect(explained.pieces[1]?.without).toBeCloseTo(2 / 3, 12);
  });

  it("leaves a label distribution as the model gave it", async () => {
    const labels = [{ label: "[[1]]", probability: 0.4, good: false }];
    const explained = await explainScaled({ kind: "causal_llm", winRate: 0.75, scale: null, labels });
    expect(explained).toMatchObject({ labels, scale });
    expect(explained.winRate).toBeCloseTo(18 / 19, 12);
  });
});
