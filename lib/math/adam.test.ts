import { expect, it } from "vitest";
import { createAdam } from "./adam";

it("takes a first step of the learning rate against the gradient's sign, whatever the gradient's size", () => {
  const parameters = Float64Array.of(1, 1, 1);
  createAdam(parameters, 0).step(Float64Array.of(1e-3, -50, 0), 0.1);
  expect([...parameters]).toEqual([expect.closeTo(0.9, 5), expect.closeTo(1.1, 8), 1]);
});

it("agrees with two steps worked by hand (parameter 1, gradients 1 then 3, rate 0.1)", () => {
  const parameters = Float64Array.of(1);
  const adam = createAdam(parameters, 0);
  adam.step(Float64Array.of(1), 0.1);
  adam.step(Float64Array.of(3), 0.1);
  // m = .9·.1 + .1·3 = .39, m̂ = .39/.19; v = .999·.001 + .001·9 = .009999, v̂ = .009999/.001999.
  expect(parameters[0]).toBeCloseTo(1 - 0.1 - (0.1 * (0.39 / 0.19)) / Math.sqrt(0.009999 / 0.001999), 6);
});

it("decays towards zero as an L2 penalty does", () => {
  const parameters = Float64Array.of(2, -2);
  const adam = createAdam(parameters, 0.01);
  for (let step = 0; step < 2000; step++) adam.step(Float64Array.of(0, 0), 0.01);
  expect(Math.abs(parameters[0] ?? 9)).toBeLessThan(0.05);
  expect(parameters[1]).toBeCloseTo(-(parameters[0] ?? 9), 12);
});
