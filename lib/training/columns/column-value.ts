import type { LearnedColumn } from "@/lib/embeddings/gated-encoder-weights";
import { dot } from "@/lib/math/dot";
import { sparseDot } from "@/lib/math/sparse-row";
import type { CorpusPrompt } from "./fit-corpus";

/** What a fitted column says of a prompt that it was not fitted on; a column without hand weights reads text alone. */
export const columnValue = (
  { row, hand }: CorpusPrompt,
  { text, hand: weights, mean, deviation }: LearnedColumn,
): number => (sparseDot(row, text) + dot(weights, hand) - mean) / deviation;
