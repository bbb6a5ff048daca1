import { normalizePrompt, questionStem } from "@/lib/datasets/normalize-prompt";
import { createNearDuplicateFinder } from "@/lib/math/near-duplicates";
import type { SparseRow } from "@/lib/math/sparse-row";
import { BLOCK_SIZE, createNgramCounter } from "@/lib/text/hashed-features";

/** The method's bound: a training prompt this similar to a benchmark prompt is taken for a copy. */
const MINIMUM_COSINE = 0.95;

/** Shorter stems ("Which of these is true?") are shared by unrelated questions. */
const MINIMUM_STEM_CHARACTERS = 25;

export type ContaminationCheck = {
  /** Rows that are neither flagged by their source nor a copy of a benchmark prompt. */
  keepClean<Row extends { readonly id: string; readonly prompt: string; readonly flagged: boolean }>(
    rows: readonly Row[],
  ): Row[];
  /** What was left out so far. */
  readonly found: Contamination;
};

/** Rows left out of training: how many their source flags, and which ones the check found beyond these. */
export type Contamination = {
  flagged: number;
  /** Distinct prompts, by what gave them away first: the same text, or the cosine of their words. */
  textMatches: number;
  nearDuplicates: number;
  /** Id of the first row of each such prompt. */
  readonly copies: string[];
};

/** Compares prompts with those of the benchmarks: by normalised text, by question stem, and by cosine of their words. */
export function createContaminationCheck(benchmarkPrompts: readonly string[]): ContaminationCheck {
  const countNgrams = createNgramCounter();
  const texts = new Set(
    benchmarkPrompts.flatMap((prompt) => [normalizePrompt(prompt), normalizePrompt(questionStem(prompt))]),
  );
  const unitRow = (prompt: string) => wordRow(countNgrams(prompt));
  const findNearCopy = createNearDuplicateFinder(benchmarkPrompts.map(unitRow), MINIMUM_COSINE);
  const found: Contamination = { flagged: 0, textMatches: 0, nearDuplicates: 0, copies: [] };
  const verdicts = new Map<string, boolean>();

  const isCopy = (prompt: string): boolean => {
    const stem = normalizePrompt(questionStem(prompt));
    if (texts.has(normalizePrompt(prompt)) || (stem.length >= MINIMUM_STEM_CHARACTERS && texts.has(stem))) {
      found.textMatches += 1;
      return true;
    }
    if (findNearCopy(unitRow(prompt)) === undefined) return false;
    found.nearDuplicates += 1;
    return true;
  };

  return {
    found,
    keepClean: (rows) =>
      rows.filter(({ id, prompt, flagged }) => {
        if (flagged) {
          found.flagged += 1;
          return false;
        }
        const known = verdicts.get(prompt);
        const copied = known ?? isCopy(prompt);
        if (known === undefined && copied) found.copies.push(id);
        verdicts.set(prompt, copied);
        return !copied;
      }),
  };
}

/** Word n-grams alone, 1 + ln(count), scaled to length 1. */
function wordRow({ columns, values }: SparseRow): SparseRow {
  const places = Array.from(columns, (_, index) => index).filter((index) => (columns[index] ?? 0) < BLOCK_SIZE);
  const weights = places.map((index) => 1 + Math.log(values[index] ?? 1));
  const length = Math.hypot(...weights) || 1;
  return {
    columns: Uint16Array.from(places, (index) => columns[index] ?? 0),
    values: Float32Array.from(weights, (weight) => weight / length),
  };
}
