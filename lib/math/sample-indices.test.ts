import { expect, it } from "vitest";
import { sampleIndices } from "./sample-indices";
import { createRandom } from "./seeded-random";

it("takes distinct indices, each equally often", () => {
  const random = createRandom(11);
  const counts = new Int32Array(5);
  for (let round = 0; round < 5000; round++) {
    const taken = sampleIndices({ size: 5, count: 2, random });
    expect(new Set(taken).size).toBe(2);
    for (const index of taken) counts[index] = (counts[index] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(140);
});

it("takes all there are if more are asked for", () => {
  expect([...sampleIndices({ size: 3, count: 9, random: createRandom(1) })].sort()).toEqual([0, 1, 2]);
});
