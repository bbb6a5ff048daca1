import { describe, expect, it } from "vitest";
import { RoutingError } from "@/lib/domain/routing-error";
import { fitBradleyTerry } from "./fit-bradley-terry";

const battle = (modelA: string, modelB: string, outcome: number, weight = 1) => ({ modelA, modelB, outcome, weight });

describe("fitBradleyTerry", () => {
  it("puts 3 wins to 1 at 400·log10(3) = 190.85 points, around 1000", () => {
    const ratings = fitBradleyTerry([battle("a", "b", 1, 3), battle("b", "a", 1)]);
    expect(ratings.map(({ model }) => model)).toEqual(["a", "b"]);
    expect((ratings[0]?.rating ?? 0) - (ratings[1]?.rating ?? 0)).toBeCloseTo(190.8485, 4);
    expect((ratings[0]?.rating ?? 0) + (ratings[1]?.rating ?? 0)).toBeCloseTo(2000, 6);
  });

  it("counts a tie as half a win each, and a weight as so many battles", () => {
    const tied = fitBradleyTerry([battle("a", "b", 0.5), battle("a", "b", 1)]);
    const counted = fitBradleyTerry([battle("a", "b", 1, 3), battle("b", "a", 1, 1)]);
    expect(tied).toEqual(counted.map(({ model, rating }) => ({ model, rating: expect.closeTo(rating, 5) })));
  });

  it("ignores battles of a model with itself, and has nothing to say of none", () => {
    expect(fitBradleyTerry([battle("a", "a", 1)])).toEqual([{ model: "a", rating: 1000 }]);
    expect(fitBradleyTerry([])).toEqual([]);
  });

  it("orders equal ratings by name, whatever the order of the battles", () => {
    const battles = [battle("y", "z", 0.5), battle("x", "y", 0.5), battle("z", "x", 0.5)];
    for (const order of [battles, [...battles].reverse()]) {
      expect(fitBradleyTerry(order)).toEqual(["x", "y", "z"].map((model) => ({ model, rating: 1000 })));
    }
  });

  it("names the battle whose outcome or weight is out of range", () => {
    expect(() => fitBradleyTerry([battle("a", "b", 1), battle("a", "b", 1.5)])).toThrow(/Battle 2: the outcome .* 1.5/);
    expect(() => fitBradleyTerry([battle("a", "b", Number.NaN)])).toThrow(RoutingError);
    expect(() => fitBradleyTerry([battle("a", "b", 1, -1)])).toThrow(/weight/);
    expect(() => fitBradleyTerry([battle("a", "b", 1, Number.POSITIVE_INFINITY)])).toThrow(/weight/);
  });
});
