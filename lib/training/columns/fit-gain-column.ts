import type { LearnedColumn } from "@/lib/embeddings/gated-encoder-weights";
import { sparseOperator } from "@/lib/math/linear-operator";
import { deviation, mean } from "@/lib/math/moments";
import { sparseDot } from "@/lib/math/sparse-row";
import { TEXT_COLUMNS } from "@/lib/text/hashed-features";
import { fitRidge } from "@/lib/training/solvers/fit-ridge";
import { assignFolds, crossFit } from "@/lib/training/solvers/folds";
import type { PairRow } from "@/lib/training/sources/training-data";
import type { CorpusPrompt } from "./fit-corpus";
import { smoothSubjectGains } from "./smooth-subject-gains";

/** Strong, for text shall tell the kind of a question and not remember questions; by cross-validation. */
const ALPHA = 10;
const FOLDS = 5;

/** The gain column, and its values on the rows it was fitted on as if they were new. */
export type GainFit = {
  readonly column: LearnedColumn;
  /** (rows) out-of-fold, standardised like the column. */
  readonly outOfFold: Float64Array;
};

/**
 * How much the pair's strong model gains on questions of this kind: ridge on text alone, towards the smoothed mean gain
 * of the row's subject. Its scale is that of the out-of-fold values, because those are what a new prompt's look like.
 * @param options.prompts (rows) the rows' texts.
 * @param options.difficulty (rows) from the difficulty column.
 */
export function fitGainColumn(options: {
  rows: readonly PairRow[];
  prompts: readonly CorpusPrompt[];
  difficulty: Float64Array;
  random: () => number;
}): GainFit {
  const { rows, prompts, difficulty, random } = options;
  const fitRows = (indices: readonly number[]) => {
    const gains = smoothSubjectGains({
      rows: indices.flatMap((index) => rows[index] ?? []),
      difficulty: indices.map((index) => difficulty[index] ?? 0),
    });
    return fitRidge({
      design: sparseOperator(
        indices.flatMap((index) => prompts[index]?.row ?? []),
        TEXT_COLUMNS,
      ),
      targets: indices.map((index) => gains.get(rows[index]?.subject ?? "") ?? 0),
      alpha: ALPHA,
      intercept: true,
    });
  };
  const raw = crossFit({
    folds: assignFolds({ texts: rows.map(({ prompt }) => prompt), folds: FOLDS, random }),
    fitOn: (indices) => {
      const { coefficients, intercept } = fitRows(indices);
      return (index) => {
        const prompt = prompts[index];
        return prompt === undefined ? 0 : sparseDot(prompt.row, coefficients) + intercept;
      };
    },
  });
  const centre = mean(raw);
  const spread = deviation(raw) || 1;
  const { coefficients, intercept } = fitRows(rows.map((_, index) => index));
  return {
    column: { text: Float32Array.from(coefficients), hand: [], mean: centre - intercept, deviation: spread },
    outOfFold: raw.map((value) => (value - centre) / spread),
  };
}
