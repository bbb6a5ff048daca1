import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { reliabilityArtifactSchema } from "@/lib/schemas/artifacts/reliability-artifact";
import { measureReliability } from "./measure-reliability";

/** Outcomes whose true odds are the win rate's squared: win rates are too narrow by a slope of 2. */
function narrow(count: number) {
  const random = createRandom(3);
  const winRates = new Map<string, number>();
  const outcomes = Array.from({ length: count }, (_, index) => {
    const winRate = 0.3 + 0.4 * random();
    winRates.set(`p${index}`, winRate);
    const odds = (winRate / (1 - winRate)) ** 2;
    return { prompt: `p${index}`, source: "made up", outcome: random() < odds / (1 + odds) ? 1 : 0 };
  });
  return { winRates, outcomes, folds: Uint8Array.from(outcomes, (_, index) => index % 5) };
}

describe("measureReliability", () => {
  const { winRates, outcomes, folds } = narrow(6000);
  const found = measureReliability({ outcomes, folds, winRates: { mf: winRates, random: winRates } });

  it("finds that win rates are too narrow, and mends it on outcomes the scale did not see", () => {
    expect(found.routers.mf?.scale?.slope).toBeGreaterThan(1.7);
    expect(found.routers.mf?.before.error).toBeGreaterThan(0.03);
    expect(found.routers.mf?.after.error).toBeLessThan(0.02);
  });

  it("draws a student's wide log-odds together, and leaves another router's alone rather than flatten it", () => {
    const wide = new Map(
      [...winRates].map(([prompt, winRate]) => {
        const odds = (winRate / (1 - winRate)) ** 8;
        return [prompt, odds / (1 + odds)] as const;
      }),
    );
    const { routers } = measureReliability({ outcomes, folds, winRates: { bert: wide, mf: wide } });
    // True odds are win-rate odds squared, and these are to the power of 8.
    expect(routers.bert?.scale?.slope).toBeCloseTo(0.25, 1);
    expect(routers.bert?.after.error).toBeLessThan(0.02);
    expect(routers.mf?.scale).toBeUndefined();
  });

  it("measures the random baseline as it is, and leaves out a router that was not scored", () => {
    expect(found.routers.random?.scale).toBeUndefined();
    expect(found.routers.random?.after).toEqual(found.routers.random?.before);
    expect(Object.keys(found.routers)).toEqual(["mf", "random"]);
  });

  it("gives an artifact by its schema, with every outcome in a bin", () => {
    expect(reliabilityArtifactSchema.parse(found)).toEqual(found);
    expect(found.sources).toEqual([{ name: "made up", battles: 6000 }]);
    expect(found.routers.mf?.after.bins.reduce((sum, { count }) => sum + count, 0)).toBe(6000);
  });

  it("has nothing to say without outcomes, and refuses one whose prompt was not scored", () => {
    expect(measureReliability({ outcomes: [], folds: new Uint8Array(0), winRates: { mf: winRates } }).routers).toEqual(
      {},
    );
    const stranger = [{ prompt: "never scored", source: "made up", outcome: 1 }];
    expect(() =>
      measureReliability({ outcomes: stranger, folds: new Uint8Array(1), winRates: { mf: winRates } }),
    ).toThrow();
  });
});
