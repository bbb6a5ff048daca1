import fc from "fast-check";
import { expect, it } from "vitest";
import { dequantize, quantize } from "./quantize";

it("is off by at most half a step, and never swaps two values", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { maxLength: 50 }), (values) => {
      const quantized = quantize(values);
      const back = dequantize(quantized);
      values.forEach((value, index) => {
        expect(Math.abs((back[index] ?? Number.NaN) - value)).toBeLessThanOrEqual(quantized.step / 2 + 1e-12);
        values.forEach((other, place) => {
          if (value < other) expect(back[index]).toBeLessThanOrEqual(back[place] ?? Number.NaN);
        });
      });
    }),
  );
});

it("keeps zeros, and nothing, as they are", () => {
  expect([...dequantize(quantize([0, 0]))]).toEqual([0, 0]);
  expect(quantize([]).values).toHaveLength(0);
});
