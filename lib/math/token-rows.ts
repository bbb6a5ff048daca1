/**
 * Looks up a token's row and adds its position's.
 * @param options.tokens (n) rows of `table`; negative for a hidden token, which has its position alone.
 * @param options.positions (n) rows of `positionTable`; negative for padding, which stays zero.
 * @returns (n × width) row-major.
 */
export function gatherRows(options: {
  table: Float64Array;
  tokens: Int32Array;
  positionTable: Float64Array;
  positions: Int32Array;
  width: number;
}): Float32Array {
  const { table, tokens, positionTable, positions, width } = options;
  const gathered = new Float32Array(tokens.length * width);
  for (let row = 0; row < tokens.length; row++) {
    const token = (tokens[row] ?? -1) * width;
    const position = (positions[row] ?? -1) * width;
    if (position < 0) continue;
    for (let column = 0; column < width; column++) {
      const own = token < 0 ? 0 : (table[token + column] ?? 0);
      gathered[row * width + column] = own + (positionTable[position + column] ?? 0);
    }
  }
  return gathered;
}

/**
 * The gradient of a look-up: adds each of `gradient`'s rows to the row of `sum` that it was looked up from.
 * @param options.rows (n) rows of `sum`; negative for none.
 * @param options.gradient (n × width).
 */
export function scatterRows(options: {
  sum: Float32Array;
  rows: Int32Array;
  gradient: Float32Array;
  width: number;
}): void {
  const { sum, rows, gradient, width } = options;
  for (let row = 0; row < rows.length; row++) {
    const start = (rows[row] ?? -1) * width;
    if (start < 0) continue;
    for (let column = 0; column < width; column++) {
      sum[start + column] = (sum[start + column] ?? 0) + (gradient[row * width + column] ?? 0);
    }
  }
}
