import { describe, expect, it } from "vitest";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { readEnv } from "@/lib/runtime/env";
import { getServedRouters } from "@/lib/serving/served-routers";
import { readCalibrationArtifact } from "@/lib/storage/read-calibration-artifact";
import { EXAMPLE_PROMPTS } from "@/lib/view/playground/example-prompts";
import { findNeighbours } from "./find-neighbours";

describe("findNeighbours", () => {
  const example = EXAMPLE_PROMPTS[0];
  const prompt = example?.prompt ?? "";

  it("finds an example prompt nearest to itself, with the win rates that the routers give it", async () => {
    const { examples } = await findNeighbours(prompt);
    expect(examples).toHaveLength(EXAMPLE_PROMPTS.length);
    expect(examples[0]?.id).toBe(example?.id);
    expect(examples[0]?.similarity).toBeCloseTo(1, 6);
    expect(examples.every(({ similarity }, index) => similarity <= (examples[index - 1]?.similarity ?? 1))).toBe(true);
    const [winRate] = (await (await getServedRouters()).get("mf")?.scoreBatch([prompt])) ?? [];
    expect(examples[0]?.winRates.mf).toBeCloseTo(winRate ?? Number.NaN, 12);
  });

  it("finds prompts of the calibration sample, nearest first, each with its row and its own win rates", async () => {
    const { sample, sampleSize } = await findNeighbours("How do I reverse a linked list in Python?");
    const { characters, winRates, sources } = await readCalibrationArtifact(readEnv().artifactsDirectory);
    expect(sampleSize).toBe(characters.length);
    expect(sample).toHaveLength(6);
    for (const [index, row] of sample.entries()) {
      expect(row.similarity).toBeLessThanOrEqual(sample[index - 1]?.similarity ?? 1);
      expect(sources.map(({ name }) => name)).toContain(row.source);
      expect(row.id).not.toBe("");
      expect(Object.keys(row.winRates).toSorted()).toEqual(ROUTER_IDS.toSorted());
      expect(winRates.mf).toContain(row.winRates.mf);
    }
    expect(sample[0]?.similarity).toBeGreaterThan(0.15);
  });
});
