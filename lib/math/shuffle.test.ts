import { expect, it } from "vitest";
import { createRandom } from "./seeded-random";
import { shuffle } from "./shuffle";

it("reaches all six orders of three items equally often", () => {
  const random = createRandom(5);
  const counts = new Map<string, number>();
  for (let round = 0; round < 6000; round++) {
    const items = ["a", "b", "c"];
    shuffle(items, random);
    counts.set(items.join(""), (counts.get(items.join("")) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

it("leaves nothing to do for none or one", () => {
  const one = [1];
  shuffle(one, createRandom(1));
  expect(one).toEqual([1]);
});
