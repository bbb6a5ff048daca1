import { expect, it } from "vitest";
import { countSharePlaces } from "./share-places";

const ascending = Float64Array.from([0.1, 0.2, 0.3, 0.4]);

it("places the highest win rate at the first share of strong calls and the lowest at all of them", () => {
  expect(countSharePlaces([0.4], { ascending, bins: 4 })).toEqual([1, 0, 0, 0]);
  expect(countSharePlaces([0.1], { ascending, bins: 4 })).toEqual([0, 0, 0, 1]);
  expect(countSharePlaces(ascending, { ascending, bins: 2 })).toEqual([2, 2]);
});

it("places equal win rates together, where the last of them is called", () => {
  const equal = Float64Array.from([0.5, 0.5, 0.5, 0.9]);
  expect(countSharePlaces(equal, { ascending: equal, bins: 4 })).toEqual([1, 0, 0, 3]);
});

it("counts nothing of nothing", () => {
  expect(countSharePlaces([], { ascending, bins: 3 })).toEqual([0, 0, 0]);
});
