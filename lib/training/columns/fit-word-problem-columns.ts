import { sizeScore, WORDING_SHARE } from "@/lib/embeddings/gated-encoder";
import type { LearnedColumn, LengthColumn } from "@/lib/embeddings/gated-encoder-weights";
import { besideOperator, groupOperator, sparseOperator } from "@/lib/math/linear-operator";
import { deviation, mean } from "@/lib/math/moments";
import { sparseDot } from "@/lib/math/sparse-row";
import { TEXT_COLUMNS } from "@/lib/text/hashed-features";
import { WORD_PROBLEM_MEASURES, wordProblemMeasures } from "@/lib/text/prompt-measures";
import { fitNonNegative } from "@/lib/training/solvers/fit-non-negative";
import { fitRidge } from "@/lib/training/solvers/fit-ridge";
import { assignFolds, crossFit } from "@/lib/training/solvers/folds";
import type { WordProblemSource } from "@/lib/training/sources/word-problem-sources";
import type { Corpus, CorpusPrompt } from "./fit-corpus";

const WORDING_ALPHA = 100;
const INTERCEPT_VALUE = 3;
const SIZE_RIDGE = 0.5;
const FOLDS = 4;
/** Added to within-source deviations of the measures, which are logarithms of counts. */
const SMALLEST_DEVIATION = 0.05;

/** The word-problem columns and the score they give their own training rows as if these were new. */
export type WordProblemFit = {
  readonly size: LengthColumn;
  readonly wording: LearnedColumn;
  /** (all rows of all sources, in order) size + 0.4 · wording, the wording out-of-fold. */
  readonly outOfFold: Float64Array;
  /** (rows) difficulty ranks within the source, −1 to 1. */
  readonly targets: Float64Array;
};

/** Row of a source in the pooled design. */
type PooledRow = {
  readonly prompt: CorpusPrompt;
  readonly group: number;
  readonly target: number;
  readonly weight: number;
};

export function fitWordProblemColumns(options: {
  corpus: Corpus;
  sources: readonly WordProblemSource[];
  random: () => number;
}): WordProblemFit {
  const { corpus, sources, random } = options;
  const rows = sources.flatMap(({ prompts, targets }, group) =>
    corpus.read(prompts).map((prompt, index) => ({
      prompt,
      group,
      target: targets[index] ?? 0,
      weight: 1 / Math.sqrt(prompts.length),
    })),
  );
  const size = fitSize(sources);
  const raw = crossFit({
    folds: assignFolds({ texts: rows.map(({ prompt }) => prompt.prompt), folds: FOLDS, random }),
    fitOn: (indices) => {
      const text = fitWording(indices.flatMap((index) => rows[index] ?? []));
      return (index) => {
        const row = rows[index]?.prompt.row;
        return row === undefined ? 0 : sparseDot(row, text);
      };
    },
  });
  const centre = mean(raw);
  const spread = deviation(raw) || 1;
  const sizes = rows.map(({ prompt }) => sizeScore(prompt.prompt, size));
  return {
    size,
    wording: { text: Float32Array.from(fitWording(rows)), hand: [], mean: centre, deviation: spread },
    outOfFold: raw.map((value, index) => (sizes[index] ?? 0) + (WORDING_SHARE * (value - centre)) / spread),
    targets: Float64Array.from(rows, ({ target }) => target),
  };
}

/** Ridge of difficulty rank on text; every source has an intercept, which is thrown away. @returns (TEXT_COLUMNS) */
function fitWording(rows: readonly PooledRow[]): Float64Array {
  const meanWeight = mean(rows.map(({ weight }) => weight)) || 1;
  const { coefficients } = fitRidge({
    design: besideOperator([
      sparseOperator(
        rows.map(({ prompt }) => prompt.row),
        TEXT_COLUMNS,
      ),
      groupOperator(
        rows.map(({ group }) => group),
        INTERCEPT_VALUE,
      ),
    ]),
    targets: rows.map(({ target }) => target),
    rowWeights: rows.map(({ weight }) => weight / meanWeight),
    alpha: WORDING_ALPHA,
    intercept: false,
  });
  return coefficients.slice(0, TEXT_COLUMNS);
}

/** Non-negative fit of difficulty rank on the three measures, each standardised within its source. */
function fitSize(sources: readonly WordProblemSource[]): LengthColumn {
  const measured = sources.map(({ prompts }) => prompts.map((prompt) => wordProblemMeasures(prompt)));
  const within = measured.flatMap((rows) => {
    const columns = WORD_PROBLEM_MEASURES.map((_, index) => rows.map((row) => row[index] ?? 0));
    const centres = columns.map(mean);
    const spreads = columns.map((column) => deviation(column) + SMALLEST_DEVIATION);
    return rows.map((row) => row.map((value, index) => (value - (centres[index] ?? 0)) / (spreads[index] ?? 1)));
  });
  const all = measured.flat();
  const means = WORD_PROBLEM_MEASURES.map((_, index) => mean(all.map((row) => row[index] ?? 0)));
  const deviations = WORD_PROBLEM_MEASURES.map(
    (_, index) => mean(measured.map((rows) => deviation(rows.map((row) => row[index] ?? 0)))) || 1,
  );
  const fitted = fitNonNegative({
    rows: within,
    targets: sources.flatMap(({ targets }) => [...targets]),
    rowWeights: sources.flatMap(({ prompts }) => prompts.map(() => 1 / Math.sqrt(prompts.length))),
    relativeRidge: SIZE_RIDGE,
  });
  // Without a single word problem there are no coefficients, and size says nothing.
  const coefficients = WORD_PROBLEM_MEASURES.map((_, index) => fitted[index] ?? 0);
  const combined = { means, deviations, coefficients, deviation: 1 };
  const raw = sources.flatMap(({ prompts }) => prompts.map((prompt) => sizeScore(prompt, combined)));
  return { ...combined, deviation: deviation(raw) || 1 };
}
