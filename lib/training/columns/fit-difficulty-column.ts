import type { LearnedColumn } from "@/lib/embeddings/gated-encoder-weights";
import { dot } from "@/lib/math/dot";
import { groupBy } from "@/lib/math/group-by";
import { besideOperator, denseOperator, groupOperator, sparseOperator } from "@/lib/math/linear-operator";
import { deviation, mean, standardize } from "@/lib/math/moments";
import { rank } from "@/lib/math/rank";
import { sparseDot } from "@/lib/math/sparse-row";
import { HAND_FEATURES } from "@/lib/text/hand-features";
import { TEXT_COLUMNS } from "@/lib/text/hashed-features";
import { fitRidge } from "@/lib/training/solvers/fit-ridge";
import { MULTIPLE_CHOICE_SOURCES, TABLES_OF_TASKS } from "@/lib/training/sources/recipe";
import type { RatedRow } from "@/lib/training/sources/table-difficulty";
import type { Corpus, CorpusPrompt } from "./fit-corpus";

/** Strong, so that the wording of a few questions is not taken for difficulty; by cross-validation on the golden rows. */
const ALPHA = 100;
const HAND_SCALE = 0.3;
/** Indicator value of a source's own intercept: large, so that the penalty hardly touches it. */
const INTERCEPT_VALUE = 3;

/** Rows of one source: their prompts, and their difficulty standardised within the source. */
type Source = { readonly prompts: readonly CorpusPrompt[]; readonly targets: Float64Array; readonly weight: number };

/**
 * How hard a multiple-choice question is for models in general, from several tables at once: ridge on text and hand
 * features. Every source gets an intercept of its own, which is thrown away, because levels do not compare across
 * tables. Difficulty and not gain is learned here: gain is hump-shaped in difficulty and changes sign between tables.
 * @param reference multiple-choice prompts (the pair's golden rows) on which the column gets mean 0 and deviation 1.
 */
export function fitDifficultyColumn(options: {
  corpus: Corpus;
  rated: ReadonlyMap<string, readonly RatedRow[]>;
  reference: readonly CorpusPrompt[];
}): LearnedColumn {
  const { corpus, rated, reference } = options;
  const sources = collectSources(corpus, rated);
  const prompts = sources.flatMap((source) => source.prompts);
  const { coefficients } = fitRidge({
    design: besideOperator([
      sparseOperator(
        prompts.map((prompt) => prompt.row),
        TEXT_COLUMNS,
      ),
      denseOperator(
        sources.flatMap((source) => centred(source.prompts.map((prompt) => prompt.hand))),
        HAND_SCALE,
      ),
      groupOperator(
        sources.flatMap((source, group) => source.prompts.map(() => group)),
        INTERCEPT_VALUE,
      ),
    ]),
    targets: sources.flatMap((source) => [...source.targets]),
    rowWeights: sources.flatMap((source) => source.prompts.map(() => source.weight)),
    alpha: ALPHA,
    intercept: false,
  });
  const text = Float32Array.from(coefficients.subarray(0, TEXT_COLUMNS));
  const hand = Array.from(
    coefficients.subarray(TEXT_COLUMNS, TEXT_COLUMNS + HAND_FEATURES.length),
    (coefficient) => coefficient * HAND_SCALE,
  );
  const raw = reference.map((prompt) => sparseDot(prompt.row, text) + dot(hand, prompt.hand));
  return { text, hand, mean: mean(raw), deviation: deviation(raw) || 1 };
}

function collectSources(corpus: Corpus, rated: ReadonlyMap<string, readonly RatedRow[]>): Source[] {
  return MULTIPLE_CHOICE_SOURCES.flatMap(({ table, categories, weight }) => {
    const rows = (rated.get(table) ?? []).filter(({ row }) => categories?.includes(row.category) ?? true);
    const groups = TABLES_OF_TASKS.includes(table)
      ? [...groupBy(rows, ({ row }) => row.category).values()]
      : rows.length > 0
        ? [rows]
        : [];
    return groups.map((group) => {
      const difficulties = group.map(({ difficulty }) => difficulty);
      return {
        prompts: corpus.read(group.map(({ row }) => row.prompt)),
        targets: standardize(TABLES_OF_TASKS.includes(table) ? rank(difficulties) : difficulties),
        weight,
      };
    });
  });
}

/** Rows less their common mean. */
function centred(rows: readonly Float64Array[]): Float64Array[] {
  const means = Float64Array.from({ length: rows[0]?.length ?? 0 }, (_, column) =>
    mean(rows.map((row) => row[column] ?? 0)),
  );
  return rows.map((row) => row.map((value, column) => value - (means[column] ?? 0)));
}
