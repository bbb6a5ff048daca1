import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { scoreAtShare } from "./curve-at";
import { fullCurve } from "./full-curve";
import { gapRecoveredBand } from "./gap-recovered-band";
import { rankQuestions } from "./rank-questions";

const outcomes = fc
  .array(fc.tuple(fc.constantFrom(0.1, 0.3, 0.5, 0.9), fc.constantFrom(0, 1), fc.constantFrom(0, 1)), {
    minLength: 2,
    maxLength: 40,
  })
  .map((rows) => ({
    winRates: rows.map(([winRate]) => winRate),
    strong: rows.map(([, strong]) => strong),
    weak: rows.map(([, , weak]) => weak),
  }));

describe("gapRecoveredBand", () => {
  it("is the full curve, as a part of the gap", () => {
    fc.assert(
      fc.property(outcomes, (columns) => {
        const ranking = rankQuestions(columns);
        const band = gapRecoveredBand({ ranking, steps: 20, resamples: 0, random: createRandom(1) });
        const curve = fullCurve(ranking);
        const [weak = 0, strong = 0] = [curve.scores[0], curve.scores.at(-1)];
        if (band === null) {
          expect(strong).toBeCloseTo(weak, 9);
          return;
        }
        band.recovered.forEach((value, step) => {
          expect(value).toBeCloseTo((scoreAtShare(curve, step / 20) - weak) / (strong - weak), 9);
        });
      }),
    );
  });

  it("covers the curve of all questions with about 95 % of samples of them", () => {
    const random = createRandom(7);
    const draw = (count: number) => {
      const winRates = Array.from({ length: count }, () => random());
      const weak = winRates.map((winRate) => (random() < 0.8 - 0.5 * winRate ? 1 : 0));
      return { winRates, weak, strong: winRates.map(() => (random() < 0.9 ? 1 : 0)) };
    };
    const whole = gapRecoveredBand({ ranking: rankQuestions(draw(100_000)), steps: 2, resamples: 0, random });
    const truth = whole?.recovered[1] ?? Number.NaN;
    const samples = 60;
    let covered = 0;
    for (let sample = 0; sample < samples; sample++) {
      const band = gapRecoveredBand({ ranking: rankQuestions(draw(300)), steps: 2, resamples: 200, random });
      if (band !== null && (band.low[1] ?? 1) <= truth && truth <= (band.high[1] ?? 0)) covered += 1;
    }
    expect(covered / samples).toBeGreaterThan(0.88);
    expect(covered / samples).toBeLessThanOrEqual(1);
  });
});
