import { join } from "node:path";
import { type DataFolder, openDataFolder } from "@/lib/datasets/sources/open-data-folder";
import { RoutingError } from "@/lib/domain/routing-error";
import { findQuestionTexts } from "./find-question-texts";
import { readBattles } from "./read-battles";
import { readGoldenTable } from "./read-golden-table";

/**
 * The texts of one data set of a data folder by row id.
 * @param source a file's name without endings, or `mmlu`.
 * @returns an empty map if the folder does not have it, or if there is no such folder.
 * @throws RoutingError that names a file that cannot be used.
 */
export async function findPromptTexts(directory: string, source: string): Promise<ReadonlyMap<string, string>> {
  if (source === "mmlu") return findQuestionTexts(directory, "mmlu");
  const folder = await openIfThere(directory);
  const named = ({ name }: { readonly name: string }): boolean => name === source;
  const battles = folder?.battles.find(named);
  const golden = folder?.golden.find(named);
  // The comments keep Next's file tracer from taking this for a read of the whole project.
  const path = (file: { readonly path: string }): string => join(/* turbopackIgnore: true */ directory, file.path);
  if (battles !== undefined) return textsOf(await readBattles(path(battles), source));
  return golden === undefined ? new Map() : textsOf(await readGoldenTable(path(golden)));
}

const textsOf = (rows: readonly { readonly id: string; readonly prompt: string }[]): ReadonlyMap<string, string> =>
  new Map(rows.map(({ id, prompt }) => [id, prompt]));

async function openIfThere(directory: string): Promise<DataFolder | undefined> {
  try {
    return await openDataFolder(directory);
  } catch (error) {
    if (error instanceof RoutingError && error.code === "not_found") return undefined;
    throw error;
  }
}
