import type { LearnedColumn } from "@/lib/embeddings/gated-encoder-weights";
import { dot } from "@/lib/math/dot";
import { besideOperator, denseOperator, sparseOperator } from "@/lib/math/linear-operator";
import { deviation, mean } from "@/lib/math/moments";
import { sparseDot } from "@/lib/math/sparse-row";
import { TEXT_COLUMNS } from "@/lib/text/hashed-features";
import { fitRidge } from "@/lib/training/solvers/fit-ridge";
import { assignFolds, crossFit } from "@/lib/training/solvers/folds";
import type { Demand } from "@/lib/training/written-prompts/written-prompts";
import type { CorpusPrompt } from "./fit-corpus";

const ALPHA = 1;
const HAND_SCALE = 0.1;
const FOLDS = 5;
const TARGETS: Readonly<Record<Demand, number>> = { easy: -1, medium: 0, hard: 1 };

export type DemandFit = {
  readonly column: LearnedColumn;
  /** (rows) out-of-fold, on the column's scale. */
  readonly outOfFold: Float64Array;
};

/**
 * How much a chat or code prompt asks of a model, from the prompts written for this project: ridge of easy / medium /
 * hard (−1, 0, 1) on text and hand features. Votes between chat models hardly say it: which answer a judge prefers
 * depends on language and style at least as much, and no data set here has prose-only hard prompts.
 */
export function fitDemandColumn(options: {
  rows: readonly { readonly prompt: CorpusPrompt; readonly demand: Demand }[];
  random: () => number;
}): DemandFit {
  const { rows, random } = options;
  const fitRows = (indices: readonly number[]) => {
    const chosen = indices.flatMap((index) => rows[index] ?? []);
    const { coefficients, intercept } = fitRidge({
      design: besideOperator([
        sparseOperator(
          chosen.map(({ prompt }) => prompt.row),
          TEXT_COLUMNS,
        ),
        denseOperator(
          chosen.map(({ prompt }) => prompt.hand),
          HAND_SCALE,
        ),
      ]),
      targets: chosen.map(({ demand }) => TARGETS[demand]),
      alpha: ALPHA,
      intercept: true,
    });
    const text = coefficients.slice(0, TEXT_COLUMNS);
    const hand = coefficients.slice(TEXT_COLUMNS).map((coefficient) => coefficient * HAND_SCALE);
    return { text, hand, intercept };
  };
  const raw = crossFit({
    folds: assignFolds({ texts: rows.map(({ prompt }) => prompt.prompt), folds: FOLDS, random }),
    fitOn: (indices) => {
      const { text, hand, intercept } = fitRows(indices);
      return (index) => {
        const prompt = rows[index]?.prompt;
        return prompt === undefined ? 0 : sparseDot(prompt.row, text) + dot(hand, prompt.hand) + intercept;
      };
    },
  });
  const centre = mean(raw);
  const spread = deviation(raw) || 1;
  const { text, hand, intercept } = fitRows(rows.map((_, index) => index));
  return {
    column: { text: Float32Array.from(text), hand: Array.from(hand), mean: centre - intercept, deviation: spread },
    outOfFold: raw.map((value) => (value - centre) / spread),
  };
}
