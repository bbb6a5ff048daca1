import { expect, it } from "vitest";
import { createRandomNormal } from "./random-normal";
import { createRandom } from "./seeded-random";

it("has mean 0, variance 1 and normal tails", () => {
  const count = 100_000;
  const deviates = Array.from({ length: count }, createRandomNormal(createRandom(3)));
  const mean = deviates.reduce((sum, value) => sum + value, 0) / count;
  const variance = deviates.reduce((sum, value) => sum + value * value, 0) / count;
  const outside = deviates.filter((value) => Math.abs(value) > 1.959964).length / count;
  expect(Math.abs(mean)).toBeLessThan(0.013);
  expect(Math.abs(variance - 1)).toBeLessThan(0.018);
  expect(Math.abs(outside - 0.05)).toBeLessThan(0.0028);
});
