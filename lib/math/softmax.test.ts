import { expect, it } from "vitest";
import { softmax } from "./softmax";

it("turns logits into shares, however large they are", () => {
  const shares = softmax([1000, 1000 + Math.log(3)]);
  expect(shares[0]).toBeCloseTo(0.25, 12);
  expect(shares[1]).toBeCloseTo(0.75, 12);
  expect(softmax([])).toHaveLength(0);
});
