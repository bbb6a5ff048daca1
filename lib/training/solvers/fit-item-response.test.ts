import { describe, expect, it } from "vitest";
import { rankCorrelation } from "@/lib/math/rank-correlation";
import { createRandom } from "@/lib/math/seeded-random";
import { sigmoid } from "@/lib/math/sigmoid";
import { fitItemResponse } from "./fit-item-response";

const difficulties = Array.from({ length: 41 }, (_, item) => -2 + item / 10);
const abilities = Array.from({ length: 15 }, (_, model) => -2.1 + 0.3 * model);
const chances = difficulties.map((difficulty) =>
  Float64Array.from(abilities, (ability) => sigmoid(ability - difficulty)),
);

describe("fitItemResponse", () => {
  it("recovers the order of planted difficulties exactly from the chances themselves", () => {
    const fitted = fitItemResponse(chances);
    expect(rankCorrelation(fitted, difficulties)).toBeCloseTo(1, 12);
    // And their scale, but for what the priors pull in: 4 logits from end to end.
    expect((fitted.at(-1) ?? 0) - (fitted[0] ?? 0)).toBeGreaterThan(2.5);
    expect((fitted.at(-1) ?? 0) - (fitted[0] ?? 0)).toBeLessThan(4.5);
  });

  it("recovers most of it from one answer a model, right or wrong", () => {
    const random = createRandom(7);
    const answers = chances.map((row) => row.map((chance) => (random() < chance ? 1 : 0)));
    expect(rankCorrelation(fitItemResponse(answers), difficulties)).toBeGreaterThan(0.85);
  });

  it("passes over models that were not asked, though the weak half was asked the easy half alone", () => {
    // Shares correct are then about equal everywhere: only a model of abilities tells the items apart.
    const asked = chances.map((row, item) =>
      row.map((chance, model) => (item < 20 === model < 8 || model % 4 === 0 ? chance : Number.NaN)),
    );
    const share = asked.map((row) => {
      const known = [...row].filter((outcome) => !Number.isNaN(outcome));
      return -known.reduce((sum, outcome) => sum + outcome, 0) / known.length;
    });
    const fitted = fitItemResponse(asked);
    expect(rankCorrelation(fitted, difficulties)).toBeGreaterThan(0.97);
    expect(rankCorrelation(fitted, difficulties)).toBeGreaterThan(rankCorrelation(share, difficulties));
  });

  it("gives 0, the prior's mean, to an item that nobody was asked, and finite values at the ends", () => {
    const [nobody, right, wrong] = fitItemResponse([
      Float64Array.of(Number.NaN, Number.NaN, Number.NaN),
      Float64Array.of(1, 1, 1),
      Float64Array.of(0, 0, 0),
    ]);
    expect(nobody).toBe(0);
    expect(right).toBeLessThan(-0.5);
    expect(right).toBeGreaterThan(-10);
    expect(wrong).toBeCloseTo(-(right ?? 0), 6);
  });

  it("does not turn about for a question that weak models answer and strong ones miss: it is of middling difficulty", () => {
    const odd = Float64Array.from(abilities, (ability) => (ability < 0 ? 1 : 0));
    const fitted = fitItemResponse([...chances, odd]).at(-1) ?? Number.NaN;
    expect(Math.abs(fitted)).toBeLessThan(1);
  });

  it("gives nothing for no items", () => {
    expect(fitItemResponse([])).toHaveLength(0);
  });
});
