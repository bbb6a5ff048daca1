import { RoutingError } from "@/lib/domain/routing-error";
import { winRateLineSchema } from "@/lib/schemas/files/win-rate-line";
import { readJsonLines } from "./read-json-lines";

/**
 * Somebody else's router on a benchmark: JSON Lines `{"id","winRate"}`, in any order.
 *
 * @param known ids that may occur: every question of the benchmark that is not contaminated.
 * @returns win rate by id; every id of `required` has one.
 * @throws RoutingError on a bad line (with its number), an id that is unknown, twice there, or missing.
 */
export async function readWinRates({
  path,
  known,
  required,
}: {
  readonly path: string;
  readonly known: readonly string[];
  readonly required: readonly string[];
}): Promise<ReadonlyMap<string, number>> {
  const fail = (problem: string): RoutingError =>
    new RoutingError({ code: "invalid_data", parameter: path, message: `${path} ${problem}` });
  const knownIds = new Set(known);
  const winRates = new Map<string, number>();
  for (const { id, winRate } of await readJsonLines(path, winRateLineSchema)) {
    if (!knownIds.has(id)) {
      throw fail(
        `names ${JSON.stringify(id)}, which is no question of this benchmark (contaminated ones are none); ids look like ${JSON.stringify(known[0])}.`,
      );
    }
    if (winRates.has(id)) {
      throw fail(`names ${JSON.stringify(id)} more than once; every question needs exactly one win rate.`);
    }
    winRates.set(id, winRate);
  }
  const missing = required.filter((id) => !winRates.has(id));
  if (missing.length > 0) {
    throw fail(
      `has no win rate for ${missing.length} of ${required.length} questions, the first of them ${JSON.stringify(missing[0])}; every question needs one.`,
    );
  }
  return winRates;
}
