import { dot } from "./dot";
import { type SparseRow, sparseDot } from "./sparse-row";

/**
 * A matrix known by what it does to vectors, so that text, hand features and indicators can stand side by side without
 * ever being one dense block. Both products ADD to `out`.
 */
export type LinearOperator = {
  readonly rows: number;
  readonly columns: number;
  /** out (rows) += A · x (columns). */
  multiply(x: Float64Array, out: Float64Array): void;
  /** out (columns) += Aᵀ · y (rows). */
  multiplyTransposed(y: Float64Array, out: Float64Array): void;
};

export function sparseOperator(rows: readonly SparseRow[], columns: number): LinearOperator {
  return {
    rows: rows.length,
    columns,
    multiply(x, out) {
      rows.forEach((sparse, row) => {
        out[row] = (out[row] ?? 0) + sparseDot(sparse, x);
      });
    },
    multiplyTransposed(y, out) {
      rows.forEach(({ columns: at, values }, row) => {
        const scale = y[row] ?? 0;
        for (let index = 0; index < at.length; index += 1) {
          const column = at[index] ?? 0;
          out[column] = (out[column] ?? 0) + (values[index] ?? 0) * scale;
        }
      });
    },
  };
}

/** Dense rows, each entry multiplied by `scale`: the smaller the scale, the more a ridge penalty holds the block back. */
export function denseOperator(rows: readonly Float64Array[], scale = 1): LinearOperator {
  const columns = rows[0]?.length ?? 0;
  return {
    rows: rows.length,
    columns,
    multiply(x, out) {
      rows.forEach((values, row) => {
        out[row] = (out[row] ?? 0) + scale * dot(values, x);
      });
    },
    multiplyTransposed(y, out) {
      rows.forEach((values, row) => {
        const factor = scale * (y[row] ?? 0);
        for (let column = 0; column < columns; column += 1) {
          out[column] = (out[column] ?? 0) + factor * (values[column] ?? 0);
        }
      });
    },
  };
}

/** One indicator column a group, worth `value` in the rows of that group: intercepts, penalised the less the larger it is. */
export function groupOperator(groups: readonly number[], value: number): LinearOperator {
  const columns = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  return {
    rows: groups.length,
    columns,
    multiply(x, out) {
      for (let row = 0; row < groups.length; row += 1) {
        out[row] = (out[row] ?? 0) + value * (x[groups[row] ?? 0] ?? 0);
      }
    },
    multiplyTransposed(y, out) {
      for (let row = 0; row < groups.length; row += 1) {
        const group = groups[row] ?? 0;
        out[group] = (out[group] ?? 0) + value * (y[row] ?? 0);
      }
    },
  };
}

/** Blocks side by side: [A | B | …]. All must have the same number of rows. */
export function besideOperator(blocks: readonly LinearOperator[]): LinearOperator {
  const placed: { readonly block: LinearOperator; readonly start: number; readonly end: number }[] = [];
  let columns = 0;
  for (const block of blocks) {
    placed.push({ block, start: columns, end: columns + block.columns });
    columns += block.columns;
  }
  return {
    rows: blocks[0]?.rows ?? 0,
    columns,
    multiply(x, out) {
      for (const { block, start, end } of placed) block.multiply(x.subarray(start, end), out);
    },
    multiplyTransposed(y, out) {
      for (const { block, start, end } of placed) block.multiplyTransposed(y, out.subarray(start, end));
    },
  };
}
