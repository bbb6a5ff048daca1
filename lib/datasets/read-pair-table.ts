import { join } from "node:path";
import { openDataFolder } from "@/lib/datasets/sources/open-data-folder";
import { PAIR_TABLE_INFO, type PairTableId } from "@/lib/domain/pair-table";
import { RoutingError } from "@/lib/domain/routing-error";
import { goldenLineSchema } from "@/lib/schemas/files/data-lines";
import { readJsonLines } from "./read-json-lines";

/** One question of a table of outcomes, under the names that the data set itself gives its models. */
export type PairQuestion = {
  readonly id: string;
  readonly prompt: string;
  readonly category: string;
  /** By model; null where it was not asked. */
  readonly scores: Readonly<Record<string, number | null>>;
  /** The question is one of a benchmark: nothing was trained on it. */
  readonly flagged: boolean;
};

/**
 * A table of per-question outcomes from the data folder, read for measuring.
 * @throws RoutingError if the folder has no such table.
 */
export async function readPairTable(
  directory: string,
  table: PairTableId,
): Promise<{ readonly questions: readonly PairQuestion[]; readonly source: string; readonly licence: string }> {
  const { golden } = PAIR_TABLE_INFO[table];
  const folder = await openDataFolder(directory);
  const file = folder.golden.find(({ name }) => name === golden);
  if (file === undefined) {
    throw new RoutingError({
      code: "not_found",
      parameter: "--data",
      message: `${directory} has no golden/${golden}.jsonl.gz, the outcomes of other models; name a data folder that has it.`,
    });
  }
  const lines = await readJsonLines(join(/* turbopackIgnore: true */ directory, file.path), goldenLineSchema);
  const questions = lines.map(({ in_benchmark, ...line }) => ({ ...line, flagged: (in_benchmark?.length ?? 0) > 0 }));
  return { questions, source: file.source, licence: file.licence };
}
