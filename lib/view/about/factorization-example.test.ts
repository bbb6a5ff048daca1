import { describe, expect, it } from "vitest";
import { EXAMPLE_EMBEDDING, factorizationExample } from "./factorization-example";

describe("factorizationExample", () => {
  it("adds the products and puts the sum through the logistic function", () => {
    // 2.4 · .7 + .6 · .4 − 1.8 · .2 = 1.56; 1 / (1 + e^−1.56) = .8264
    const { products, difference, winRate } = factorizationExample(EXAMPLE_EMBEDDING);
    expect(products.map(({ product }) => Number(product.toFixed(9)))).toEqual([1.68, 0.24, -0.36]);
    expect(difference).toBeCloseTo(1.56, 12);
    expect(winRate).toBeCloseTo(0.8264, 4);
  });

  it("is undecided about a prompt with nothing in it", () => {
    expect(factorizationExample([0, 0, 0]).winRate).toBe(0.5);
  });

  it("sends pure small talk to the weak model", () => {
    expect(factorizationExample([0, 0, 1]).winRate).toBeLessThan(0.2);
  });
});
