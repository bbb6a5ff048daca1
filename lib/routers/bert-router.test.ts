import { describe, expect, it } from "vitest";
import { listedLabelModel } from "@/lib/test/listed-label-model";
import { createBertRouter } from "./bert-router";

const model = listedLabelModel(3, { hard: [0.7, 0.2, 0.1], easy: [0.1, 0.3, 0.6], rounded: [1 + 1e-8, 0, 0] });

describe("createBertRouter", () => {
  it("takes 1 − P(last two labels) for the win rate, in the order of the prompts", async () => {
    const [easy, hard] = await createBertRouter({ model }).scoreBatch(["easy", "hard"]);
    expect(easy).toBeCloseTo(1 - 0.3 - 0.6, 12);
    expect(hard).toBeCloseTo(1 - 0.2 - 0.1, 12);
  });

  it("counts the labels it is told to count", async () => {
    const [easy] = await createBertRouter({ model, strongLabels: [1, 2] }).scoreBatch(["easy"]);
    expect(easy).toBeCloseTo(0.9, 12);
  });

  it("reads what rounding pushed over 1 as 1", async () => {
    expect(await createBertRouter({ model }).scoreBatch(["rounded"])).toEqual([1]);
  });

  it("refuses a model that gives no numbers", async () => {
    const broken = listedLabelModel(3, { hard: [Number.NaN, 0, 0] });
    await expect(createBertRouter({ model: broken }).scoreBatch(["hard"])).rejects.toThrow(/must be a number/);
  });
});
