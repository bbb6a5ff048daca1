import { expect, it } from "vitest";
import { createRandomNormal } from "@/lib/math/random-normal";
import { createRandom } from "@/lib/math/seeded-random";
import { addMatrixFactorizationGradient, type MatrixFactorizationParameters } from "./matrix-factorization-gradient";

const [rows, hidden, dimensions] = [3, 5, 4];
const normal = createRandomNormal(createRandom(7));
const draw = (length: number) => Float64Array.from({ length }, () => normal());
const zeros = (): MatrixFactorizationParameters => ({
  modelVectors: new Float64Array(rows * hidden),
  projection: new Float64Array(hidden * dimensions),
  classifier: new Float64Array(hidden),
});
const parameters = {
  modelVectors: draw(rows * hidden),
  projection: draw(hidden * dimensions),
  classifier: draw(hidden),
};

it("agrees with central differences in every parameter, for wins, losses, ties and a model against itself", () => {
  for (const [a, b, outcome, weight] of [
    [0, 1, 1, 1],
    [2, 0, 0, 0.3],
    [1, 2, 0.5, 2],
    [0, 2, 0.2, 5],
    [1, 1, 1, 1],
  ] as const) {
    const example = { input: draw(dimensions), a, b, outcome, weight };
    const gradient = zeros();
    addMatrixFactorizationGradient(parameters, gradient, example);
    for (const key of ["modelVectors", "projection", "classifier"] as const) {
      parameters[key].forEach((value, index) => {
        const lossAt = (moved: number) => {
          parameters[key][index] = moved;
          return addMatrixFactorizationGradient(parameters, zeros(), example);
        };
        const difference = (lossAt(value + 1e-5) - lossAt(value - 1e-5)) / 2e-5;
        parameters[key][index] = value;
        expect(gradient[key][index]).toBeCloseTo(difference, 7);
      });
    }
  }
});

it("adds to what is there and returns weight · ln 2 for an even guess", () => {
  const gradient = zeros();
  gradient.classifier.fill(10);
  const loss = addMatrixFactorizationGradient(parameters, gradient, {
    input: draw(4),
    a: 1,
    b: 1,
    outcome: 1,
    weight: 3,
  });
  expect(loss).toBeCloseTo(3 * Math.LN2, 12);
  expect([...gradient.classifier]).toEqual([10, 10, 10, 10, 10]);
});
