import { expect, it } from "vitest";
import { createThroughput } from "./throughput";

it("is what was done a second, from the start and then over the last five seconds", () => {
  let time = 0;
  const throughput = createThroughput(() => time);
  expect(throughput.perSecond()).toBe(0);
  time = 2_000;
  throughput.add(100);
  expect(throughput.perSecond()).toBe(50);
  time = 10_000;
  throughput.add(1_600);
  // Since second 2: 1,600 in 8 s.
  expect(throughput.perSecond()).toBe(200);
  time = 14_000;
  throughput.add(400);
  expect(throughput.perSecond()).toBeCloseTo(2_000 / 12);
  time = 16_000;
  expect(throughput.perSecond()).toBeCloseTo(400 / 6);
  time = 40_000;
  expect(throughput.perSecond()).toBe(0);
});
