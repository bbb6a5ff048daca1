import type { Tensor } from "@/lib/domain/transformer-weights";

/** A matrix as 8-bit whole numbers; value = integer · scale of its line (a row or a column). */
export type QuantizedMatrix = {
  readonly values: Int8Array;
  readonly scales: Float32Array;
  /** How `scales` lies beside the matrix: (rows, 1) or (1, columns). */
  readonly scaleShape: readonly [number, number];
};

const LARGEST = 127;

/**
 * Symmetric rounding to −127 … 127, line by line, so that one large line does not coarsen the others: an entry is off by
 * at most half its line's scale, which is the line's largest magnitude / 127.
 * @param tensor (rows, columns)
 */
export function quantize({ shape, values }: Tensor, lines: "rows" | "columns"): QuantizedMatrix {
  const [rows = 0, columns = 0] = shape;
  const byRow = lines === "rows";
  const largest = new Float32Array(byRow ? rows : columns);
  const lineOf = (place: number): number => (byRow ? Math.floor(place / columns) : place % columns);
  values.forEach((value, place) => {
    const line = lineOf(place);
    largest[line] = Math.max(largest[line] ?? 0, Math.abs(value));
  });
  // A line of zeros keeps a scale of 1, so that nothing is divided by zero; NaN stays NaN and is found by whoever runs it.
  const scales = largest.map((value) => (value === 0 ? 1 : value / LARGEST));
  const quantized = Int8Array.from(values, (value, place) => Math.round(value / (scales[lineOf(place)] ?? 1)));
  return { values: quantized, scales, scaleShape: byRow ? [rows, 1] : [1, columns] };
}
