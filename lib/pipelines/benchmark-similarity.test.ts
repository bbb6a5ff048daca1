import { describe, expect, it } from "vitest";
import { measureCoverage } from "./benchmark-similarity";

const measure = (options: {
  stages: readonly (readonly { name: string; prompts: readonly string[] }[])[];
  prompts: readonly string[];
}) => {
  const shares: number[] = [];
  const [coverage] = measureCoverage({
    stages: options.stages,
    benchmarks: [{ name: "made up", prompts: options.prompts }],
    report: (share) => shares.push(share),
  });
  return { coverage, shares };
};

describe("measureCoverage", () => {
  it("is 1 for prompts that are in training, 0 for prompts without a common n-gram, and their mean for both", () => {
    const stages = [[{ name: "battles", prompts: ["write a poem on rain", "add two numbers"] }]];
    const similar = (prompts: readonly string[]) => measure({ stages, prompts }).coverage?.similarities[0];
    expect(similar(["add two numbers"])).toBeCloseTo(1, 5);
    expect(similar(["Ж Ψ"])).toBe(0);
    expect(similar(["add two numbers", "Ж Ψ"])).toBeCloseTo(0.5, 5);
  });

  it("only rises from stage to stage, and names the source of the nearest prompt once all stages are in", () => {
    const { coverage, shares } = measure({
      stages: [
        [{ name: "battles", prompts: ["write a poem on rain"] }],
        [
          { name: "table", prompts: ["write a poem on rain", "how many apples are left"] },
          { name: "own", prompts: ["name the capital of France"] },
        ],
      ],
      prompts: ["how many pears are left", "write a poem on rain", "write a poem on snow", "how many figs are left"],
    });
    const [before = 0, after = 0] = coverage?.similarities ?? [];
    expect(before).toBeGreaterThan(0.3);
    expect(after).toBeGreaterThan(before + 0.1);
    expect(coverage?.nearest).toEqual([
      { source: "battles", share: 0.5 },
      { source: "table", share: 0.5 },
    ]);
    // The table's copy of a battle prompt does not count: one prompt of three, then all.
    expect(shares).toEqual([1 / 3, 1]);
  });

  it("keeps benchmarks apart", () => {
    const coverage = measureCoverage({
      stages: [[{ name: "battles", prompts: ["one two three", "four five six"] }]],
      benchmarks: [
        { name: "known", prompts: ["one two three"] },
        { name: "strange", prompts: ["Ж", "Ψ"] },
      ],
      report: () => {},
    });
    expect(coverage).toEqual([
      { name: "known", similarities: [expect.closeTo(1, 5)], nearest: [{ source: "battles", share: 1 }] },
      { name: "strange", similarities: [0], nearest: [{ source: "none", share: 1 }] },
    ]);
  });
});
