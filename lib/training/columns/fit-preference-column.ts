import type { LearnedColumn } from "@/lib/embeddings/gated-encoder-weights";
import { dot } from "@/lib/math/dot";
import { besideOperator, denseOperator, sparseOperator } from "@/lib/math/linear-operator";
import { deviation, mean } from "@/lib/math/moments";
import { sparseDot } from "@/lib/math/sparse-row";
import { HAND_FEATURES } from "@/lib/text/hand-features";
import { TEXT_COLUMNS } from "@/lib/text/hashed-features";
import { fitRidge } from "@/lib/training/solvers/fit-ridge";
import { assignFolds, crossFit } from "@/lib/training/solvers/folds";
import type { CorpusPrompt } from "./fit-corpus";
import type { PreferenceSource } from "./preference-sources";

const ALPHA = 30;
const HAND_SCALE = 0.03;
/** Brings the weight of a source of average size near 1, so that α keeps its meaning. */
const WEIGHT_SCALE = 20;
const FOLDS = 5;

/** What describes answer options says nothing of code and chat. */
const OPTION_FEATURES: ReadonlySet<string> = new Set([
  "option length",
  "option spread",
  "options with numbers",
  "none of the above",
  "stem of a choice",
]);

export type PreferenceFit = {
  readonly column: LearnedColumn;
  /** By source, in the order of its prompts: out-of-fold values on the column's scale. */
  readonly outOfFold: readonly Float64Array[];
  /** By source, the fold each prompt was left out in. */
  readonly folds: readonly Uint8Array[];
};

/** A prompt with what it should be given, and how much it counts. */
type PooledRow = { readonly prompt: CorpusPrompt; readonly target: number; readonly weight: number };

/**
 * How much a stronger model's answer is preferred, for code and chat: ridge of gain (level of the source plus the
 * prompt's own) on text and, held back hard, hand features. Sources weigh as the square root of their size.
 */
export function fitPreferenceColumn(options: {
  sources: readonly PreferenceSource[];
  random: () => number;
}): PreferenceFit {
  const { sources, random } = options;
  const rows = sources.flatMap(({ prompts, targets, level, weight }) =>
    prompts.map((prompt, index) => ({
      prompt,
      target: level + (targets[index] ?? 0),
      weight: (WEIGHT_SCALE * weight) / Math.sqrt(prompts.length),
    })),
  );
  const folds = assignFolds({ texts: rows.map(({ prompt }) => prompt.prompt), folds: FOLDS, random });
  const raw = crossFit({
    folds,
    fitOn: (indices) => {
      const predict = fitPredictor(indices.flatMap((index) => rows[index] ?? []));
      return (index) => {
        const row = rows[index];
        return row === undefined ? 0 : predict.value(row.prompt);
      };
    },
  });
  const centre = mean(raw);
  const spread = deviation(raw) || 1;
  const { text, hand, intercept } = fitPredictor(rows);
  let start = 0;
  const spans = sources.map(({ prompts }) => {
    const from = start;
    start += prompts.length;
    return { from, to: start };
  });
  return {
    column: { text: Float32Array.from(text), hand: Array.from(hand), mean: centre - intercept, deviation: spread },
    outOfFold: spans.map(({ from, to }) => raw.slice(from, to).map((value) => (value - centre) / spread)),
    folds: spans.map(({ from, to }) => folds.slice(from, to)),
  };
}

function fitPredictor(rows: readonly PooledRow[]) {
  const { coefficients, intercept } = fitRidge({
    design: besideOperator([
      sparseOperator(
        rows.map(({ prompt }) => prompt.row),
        TEXT_COLUMNS,
      ),
      denseOperator(
        rows.map(({ prompt }) => prompt.hand.map((value, index) => (isOptionFeature(index) ? 0 : value))),
        HAND_SCALE,
      ),
    ]),
    targets: rows.map(({ target }) => target),
    rowWeights: rows.map(({ weight }) => weight),
    alpha: ALPHA,
    intercept: true,
  });
  const text = coefficients.slice(0, TEXT_COLUMNS);
  const hand = coefficients
    .slice(TEXT_COLUMNS)
    .map((coefficient, index) => (isOptionFeature(index) ? 0 : coefficient * HAND_SCALE));
  return {
    text,
    hand,
    intercept,
    value: (prompt: CorpusPrompt) => sparseDot(prompt.row, text) + dot(hand, prompt.hand) + intercept,
  };
}

const isOptionFeature = (index: number): boolean => OPTION_FEATURES.has(HAND_FEATURES[index] ?? "");
