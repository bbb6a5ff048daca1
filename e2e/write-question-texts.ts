import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

/** More than the subject has, so that every id of it finds its text. */
const QUESTIONS = 400;

/**
 * Makes a data folder as `data fetch benchmarks` leaves one behind, with made-up text for one subject of MMLU and for
 * nothing else: a story can open a category with text and one without.
 * @returns its absolute path.
 */
export async function writeQuestionTexts(directory: string): Promise<string> {
  const folder = join(directory, "raw", "mmlu");
  await mkdir(folder, { recursive: true });
  const rows = Array.from(
    { length: QUESTIONS },
    (_, index) => `"Made-up question ${index}: which slogan sells?\n${"A. This one, or that one? ".repeat(12)}",True`,
  );
  await writeFile(join(folder, "mmlu_marketing.csv"), `prompt,strong\n${rows.join("\n")}\n`);
  return resolve(directory);
}
