import { expect, it } from "vitest";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { curvePath } from "./curve-sketch";

it("runs from left to right, the best score at the top", () => {
  const row = (strongShare: number, score: number) => ({
    ...forEveryRouter(() => score),
    ...{ strongShare, oracle: score, expected: score, band: [score, score] as const },
  });
  const path = curvePath([row(0, 0.2), row(0.5, 0.6), row(1, 1)], { minimum: 0.2, maximum: 1 }, ({ mf }) => mf);
  expect(path).toBe("M0.0 1000.0L500.0 500.0L1000.0 0.0");
});
