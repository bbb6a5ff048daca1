import type { PartGroup } from "@/lib/domain/router-explanation";
import { dot } from "@/lib/math/dot";
import { type SparseRow, sparseDot } from "@/lib/math/sparse-row";
import { HAND_FEATURES } from "@/lib/text/hand-features";
import { BLOCK_SIZE } from "@/lib/text/hashed-features";
import { WORD_PROBLEM_MEASURES, wordProblemMeasures } from "@/lib/text/prompt-measures";
import type { Embedding } from "./embedder";
import type { EmbeddingPart } from "./explaining-embedder";
import type { LearnedColumn, LengthColumn } from "./gated-encoder-weights";

/** What is left of a score once the parts that were read off the prompt are known: a cut-off, or rounding. */
const SMALLEST_LIMIT = 1e-9;

/** Where parts go: the column of the embedding, and how much the learned number counts there. */
type Place = { readonly group: PartGroup; readonly column: number; readonly share: number };

/** The parts of the level: what the constant and the kind of prompt give. */
export const levelParts = ({ group }: Embedding): EmbeddingPart[] =>
  [0, 1 + group].map((column) => ({ group: "level", kind: "constant", name: "", column, value: 1 }));

/** A learned column as the sum of its words, pieces of words, hand features and, against its mean, a constant. */
export function columnParts(
  learned: LearnedColumn,
  { row, hand, place }: { readonly row: SparseRow; readonly hand: ArrayLike<number>; readonly place: Place },
): EmbeddingPart[] {
  const { group, column } = place;
  const factor = place.share / learned.deviation;
  const words = {
    columns: row.columns.filter((each) => each < BLOCK_SIZE),
    values: row.values.filter((_, index) => (row.columns[index] ?? 0) < BLOCK_SIZE),
  };
  const fromWords = sparseDot(words, learned.text);
  const part = (kind: EmbeddingPart["kind"], name: string, value: number): EmbeddingPart => ({
    group,
    kind,
    name,
    column,
    value: factor * value,
  });
  return [
    part("words", "", fromWords),
    part("pieces", "", sparseDot(row, learned.text) - fromWords),
    ...learned.hand.map((weight, index) => part("hand", HAND_FEATURES[index] ?? "", weight * (hand[index] ?? 0))),
    part("constant", "", -learned.mean),
  ];
}

/** The size of a word problem as the sum of its measures. */
export function sizeParts(prompt: string, { means, deviations, coefficients, deviation }: LengthColumn, place: Place) {
  return wordProblemMeasures(prompt).map((value, index): EmbeddingPart => {
    const standardised = (value - (means[index] ?? 0)) / (deviations[index] ?? 1);
    return {
      group: place.group,
      kind: "hand",
      name: WORD_PROBLEM_MEASURES[index] ?? "",
      column: place.column,
      value: (place.share * (coefficients[index] ?? 0) * standardised) / deviation,
    };
  });
}

/** The parts with what a score's limits cut off, so that each column adds up to the embedding's. */
export function withLimits(parts: readonly EmbeddingPart[], { vector }: Embedding): EmbeddingPart[] {
  const limits = Array.from(vector, (value, column): EmbeddingPart[] => {
    const own = parts.filter((part) => part.column === column);
    const rest =
      value -
      dot(
        own.map((part) => part.value),
        own.map(() => 1),
      );
    const group = own.at(-1)?.group ?? "level";
    return Math.abs(rest) < SMALLEST_LIMIT ? [] : [{ group, kind: "limit", name: "", column, value: rest }];
  });
  return [...parts, ...limits.flat()];
}
