import { describe, expect, it } from "vitest";
import { similarityExample } from "./similarity-example";

describe("similarityExample", () => {
  it("gives the most similar battle the weight 100, and every other between 10 and 100", () => {
    for (const difficulty of [0, 0.3, 0.5, 1]) {
      const weights = similarityExample(difficulty).battles.map(({ weight }) => weight);
      expect(Math.max(...weights)).toBeCloseTo(100, 9);
      expect(Math.min(...weights)).toBeGreaterThan(10);
    }
  });

  it("weighs by 10 · 10^(sim / max sim), and averages the outcomes by weight", () => {
    // At .5 the nearest battle is the tie at .5 (similarity 1); the one at .2 and the one at .8 are equally far.
    const { battles, winRate } = similarityExample(0.5);
    const similarity = Math.exp(-((0.3 / 0.45) ** 2));
    expect(battles[1]?.similarity).toBeCloseTo(similarity, 12);
    expect(battles[3]?.weight).toBeCloseTo(10 * 10 ** similarity, 9);
    const total = battles.reduce((sum, { weight }) => sum + weight, 0);
    const won = battles.reduce((sum, { weight, outcome }) => sum + weight * outcome, 0);
    expect(winRate).toBeCloseTo(won / total, 12);
  });

  it("calls for the strong model more, the harder the prompt", () => {
    const rates = [0, 0.25, 0.5, 0.75, 1].map((difficulty) => similarityExample(difficulty).winRate);
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
    expect(rates[0]).toBeLessThan(0.5);
    expect(rates.at(-1)).toBeGreaterThan(0.6);
  });
});
