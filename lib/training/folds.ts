import { shuffle } from "@/lib/math/shuffle";

/** @returns (n) the fold of each row, 0 to `folds` − 1: equally large to within one row, assigned at random. */
export function assignFolds(options: { rows: number; folds: number; random: () => number }): Uint8Array {
  const { rows, folds, random } = options;
  const order = Array.from({ length: rows }, (_, index) => index);
  shuffle(order, random);
  const assigned = new Uint8Array(rows);
  order.forEach((row, position) => {
    assigned[row] = position % folds;
  });
  return assigned;
}

/**
 * Out-of-fold values: each row's value comes from a fit that did not see the row.
 * @param options.fit gets the indices to fit on and returns a function from index to value.
 * @returns (n) in the order of `folds`.
 */
export function crossFit(options: {
  folds: Uint8Array;
  fitOn: (trainingRows: readonly number[]) => (row: number) => number;
}): Float64Array {
  const { folds, fitOn } = options;
  const values = new Float64Array(folds.length);
  const count = folds.reduce((most, fold) => Math.max(most, fold + 1), 0);
  for (let fold = 0; fold < count; fold += 1) {
    const rows = Array.from(folds, (_, row) => row);
    const predict = fitOn(rows.filter((row) => folds[row] !== fold));
    for (const row of rows) if (folds[row] === fold) values[row] = predict(row);
  }
  return values;
}
