import { shuffle } from "@/lib/math/shuffle";

/**
 * Assigns folds at random, equally many texts to each to within one. Rows of the same text (but for case and blanks) share
 * a fold: a copy in another one would show a row to the fit that must not see it.
 * @param options.texts (n) the text of each row.
 * @returns (n) the fold of each row, 0 to `folds` − 1.
 */
export function assignFolds(options: { texts: readonly string[]; folds: number; random: () => number }): Uint8Array {
  const { texts, folds, random } = options;
  const keys = texts.map((text) => text.toLowerCase().replace(/\s+/g, " ").trim());
  const distinct = [...new Set(keys)];
  shuffle(distinct, random);
  const assigned = new Map(distinct.map((key, position) => [key, position % folds]));
  return Uint8Array.from(keys, (key) => assigned.get(key) ?? 0);
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
