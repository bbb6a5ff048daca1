import { expect, it } from "vitest";
import { createRandomRouter } from "./random-router";

const prompts = Array.from({ length: 20_000 }, (_, index) => `prompt number ${index}`);

it("gives a prompt the same draw every time, in any batch, and another with another seed", async () => {
  const router = createRandomRouter();
  const [first, second] = await router.scoreBatch(["hello", "world"]);
  expect(await createRandomRouter().scoreBatch(["world", "hello", "\ud83d", ""])).toEqual([
    second,
    first,
    expect.any(Number),
    expect.any(Number),
  ]);
  expect(await createRandomRouter({ seed: 1 }).scoreBatch(["hello"])).not.toEqual([first]);
});

it("draws uniformly: every tenth of [0, 1] gets a tenth of the prompts, and seeds are unrelated", async () => {
  const draws = await createRandomRouter().scoreBatch(prompts);
  const counts = Array.from({ length: 10 }, (_, tenth) => draws.filter((x) => Math.floor(x * 10) === tenth).length);
  // Standard deviation of a count is 42; five of them.
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(212);
  const others = await createRandomRouter({ seed: 12 }).scoreBatch(prompts);
  const covariance = draws.reduce((sum, x, index) => sum + (x - 0.5) * ((others[index] ?? 0) - 0.5), 0) / draws.length;
  expect(Math.abs(covariance * 12)).toBeLessThan(0.036);
});
