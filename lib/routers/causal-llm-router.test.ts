import { describe, expect, it } from "vitest";
import { listedLabelModel } from "@/lib/test/listed-label-model";
import { createCausalLlmRouter, QUALITY_LABELS } from "./causal-llm-router";

const model = listedLabelModel(QUALITY_LABELS.length, {
  "answered well": [0.05, 0.05, 0.1, 0.3, 0.5],
  "no label token comes": [0, 0, 0, 0, 0],
  "half of the mass elsewhere": [0.1, 0.1, 0.1, 0.1, 0.1],
  rounded: [0, 0, 0, 0.6, 0.4 + 1e-8],
});

describe("createCausalLlmRouter", () => {
  it.each([
    ["answered well", 0.2],
    ["no label token comes", 1],
    // What went to other tokens does not speak for the weak model.
    ["half of the mass elsewhere", 0.8],
    ["rounded", 0],
  ])("gives 1 − (P([[4]]) + P([[5]])) where it is %s", async (prompt, winRate) => {
    const [scored] = await createCausalLlmRouter({ model }).scoreBatch([prompt]);
    expect(scored).toBeCloseTo(winRate, 12);
  });
});
