import { expect, it } from "vitest";
import { stepsDone } from "./steps-done";

const STEPS = [
  { name: "read", seconds: 1 },
  { name: "fit", seconds: 6 },
  { name: "write", seconds: 3 },
];

it("counts what is over by its seconds, and of the step under way its share", () => {
  expect(stepsDone(STEPS, "read", 0)).toBe(0);
  expect(stepsDone(STEPS, "fit", 0.5)).toBeCloseTo(0.4, 12);
  expect(stepsDone(STEPS, "write", 1)).toBe(1);
});
