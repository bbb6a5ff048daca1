const LARGEST = 32_767;

/** Numbers as 16-bit steps of one size. */
export type Quantized = { readonly step: number; readonly values: Int16Array };

/** The nearest of 65,535 evenly spaced values from −max|v| to max|v|: off by at most half a step. */
export function quantize(values: ArrayLike<number>): Quantized {
  let largest = 0;
  for (let index = 0; index < values.length; index++) largest = Math.max(largest, Math.abs(values[index] ?? 0));
  const step = largest / LARGEST;
  return {
    step,
    values: Int16Array.from(values, (value) => (step === 0 ? 0 : Math.round(value / step))),
  };
}

export const dequantize = ({ step, values }: Quantized): Float64Array =>
  Float64Array.from(values, (value) => value * step);
