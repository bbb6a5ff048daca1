import {
  allPairs,
  type BattleLine,
  countGoldenBattles,
  goldenBattles,
  modelsOf,
  type OutcomeCounts,
  type OutcomePair,
} from "@/lib/datasets/golden-battles";
import type { OnBadRow } from "@/lib/datasets/prompts/bad-rows";
import { readOutcomeTable } from "@/lib/datasets/read-outcome-table";
import { RoutingError } from "@/lib/domain/routing-error";
import { createRandom } from "@/lib/math/seeded-random";

/** A pair as asked for, and the arguments that asked: what an error names. */
export type RequestedPair = OutcomePair & { readonly parameters: readonly [string, string] };

export type GoldenAugmentation = {
  readonly rows: number;
  readonly models: readonly string[];
  readonly pairs: number;
  /** Of all battles that the table gives for the pairs. */
  readonly counts: OutcomeCounts;
  /** How many of them `battles` gives. */
  readonly size: number;
  battles(): Generator<BattleLine, void>;
};

/**
 * Reads a table of outcomes and turns it into battles.
 * @param pairs the pairs wanted; all of them if empty.
 * @param maximum at most this many battles: a seeded uniform sample.
 * @param onBadRow hears of each malformed row; without it the first one is an error.
 * @throws RoutingError if the table is faulty, has no such model, or gives no battle.
 */
export async function augmentGolden(options: {
  readonly table: string;
  readonly pairs: readonly RequestedPair[];
  readonly maximum: number;
  readonly seed: number;
  readonly onBadRow?: OnBadRow;
}): Promise<GoldenAugmentation> {
  const rows = await readOutcomeTable(options.table, options.onBadRow);
  const models = modelsOf(rows);
  for (const { modelA, modelB, parameters } of options.pairs) {
    checkModel(modelA, parameters[0], models);
    checkModel(modelB, parameters[1], models);
  }
  const pairs = options.pairs.length > 0 ? options.pairs : allPairs(models);
  const counts = countGoldenBattles(rows, pairs);
  if (counts.battles === 0) {
    throw new RoutingError({
      code: "invalid_data",
      parameter: "--table",
      message: `${options.table} has no question that both models of a pair answered; it needs at least two models with scores in one row.`,
    });
  }
  const size = Math.min(options.maximum, counts.battles);
  return {
    rows: rows.length,
    models,
    pairs: pairs.length,
    counts,
    size,
    battles: () =>
      goldenBattles({ rows, pairs, total: counts.battles, count: size, random: createRandom(options.seed) }),
  };
}

function checkModel(model: string, parameter: string, models: readonly string[]): void {
  if (models.includes(model)) return;
  throw new RoutingError({
    code: "invalid_argument",
    parameter,
    message: `the table has no model ${JSON.stringify(model)}; it has ${models.join(", ")}.`,
  });
}
