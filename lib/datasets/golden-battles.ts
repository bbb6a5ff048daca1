import type { z } from "zod";
import type { battleLineSchema } from "@/lib/schemas/files/data-lines";
import type { OutcomeRow } from "./read-outcome-table";

export type BattleLine = z.infer<typeof battleLineSchema>;

/** Two models in the order in which battles name them. */
export type OutcomePair = { readonly modelA: string; readonly modelB: string };

/** What a table gives for some pairs of models. */
export type OutcomeCounts = {
  readonly battles: number;
  /** One of the two did better. */
  readonly decided: number;
  readonly tiesBothRight: number;
  /** Equal scores below 1: with right-or-wrong outcomes, both were wrong. */
  readonly tiesBothWrong: number;
};

/** The models of a table in the order in which they first occur. */
export function modelsOf(rows: readonly OutcomeRow[]): string[] {
  return [...new Set(rows.flatMap(({ scores }) => [...scores.keys()]))];
}

/** Every pair of different models, once. */
export function allPairs(models: readonly string[]): OutcomePair[] {
  return models.flatMap((modelA, index) => models.slice(index + 1).map((modelB) => ({ modelA, modelB })));
}

export function countGoldenBattles(rows: readonly OutcomeRow[], pairs: readonly OutcomePair[]): OutcomeCounts {
  let [decided, tiesBothRight, tiesBothWrong] = [0, 0, 0];
  for (const [, , scoreA, scoreB] of meetings(rows, pairs)) {
    if (scoreA !== scoreB) decided++;
    else if (scoreA === 1) tiesBothRight++;
    else tiesBothWrong++;
  }
  return { battles: decided + tiesBothRight + tiesBothWrong, decided, tiesBothRight, tiesBothWrong };
}

/**
 * One battle a question and pair that both answered: the higher score wins, equal scores tie (both right, both wrong).
 * Question by question, so that a table of any size streams.
 *
 * @param count how many of the `total` battles to give: a uniform sample in the table's order (Knuth's algorithm S).
 */
export function* goldenBattles(options: {
  readonly rows: readonly OutcomeRow[];
  readonly pairs: readonly OutcomePair[];
  readonly total: number;
  readonly count: number;
  readonly random: () => number;
}): Generator<BattleLine, void> {
  const { rows, pairs, total, random } = options;
  let needed = options.count;
  let left = total;
  for (const [row, { modelA, modelB }, scoreA, scoreB] of meetings(rows, pairs)) {
    const taken = needed >= left || random() * left < needed;
    left--;
    if (!taken) continue;
    needed--;
    yield {
      id: `${row.id}:${modelA}:${modelB}`,
      prompt: row.prompt,
      model_a: modelA,
      model_b: modelB,
      winner: scoreA > scoreB ? "model_a" : scoreA < scoreB ? "model_b" : "tie",
      ...(row.category === "" ? {} : { category: row.category }),
      ...(row.benchmarks.length === 0 ? {} : { in_benchmark: [...row.benchmarks] }),
    };
  }
}

function* meetings(
  rows: readonly OutcomeRow[],
  pairs: readonly OutcomePair[],
): Generator<readonly [OutcomeRow, OutcomePair, number, number], void> {
  for (const row of rows) {
    for (const pair of pairs) {
      const scoreA = row.scores.get(pair.modelA);
      const scoreB = row.scores.get(pair.modelB);
      if (scoreA !== undefined && scoreB !== undefined) yield [row, pair, scoreA, scoreB];
    }
  }
}
