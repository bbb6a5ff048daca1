import { extname } from "node:path";
import { RoutingError } from "@/lib/domain/routing-error";
import { promptLineSchema } from "@/lib/schemas/prompt-line";
import { type OnBadRow, refuseBadRows } from "./bad-rows";
import { parseCsv } from "./parse-csv";
import { readJsonLines } from "./read-json-lines";
import { readText } from "./read-text";

/**
 * A user's own prompts, by the file's extension: `.txt` a prompt a line (blank lines are passed over), `.csv` with a
 * header and a `prompt` column, `.jsonl` with a `prompt` field. UTF-8, with or without a byte order mark, any line ends.
 *
 * @param onBadRow hears of each row that holds no usable prompt, and by default throws.
 * @returns at least one prompt, in the file's order, as written.
 * @throws RoutingError that says what is wrong with the file, and in which line.
 */
export async function readPrompts(path: string, onBadRow: OnBadRow = refuseBadRows): Promise<string[]> {
  const prompts = await readByExtension(path, onBadRow);
  if (prompts.length > 0) return prompts;
  throw invalid(path, "holds no prompt; at least one is needed.");
}

async function readByExtension(path: string, onBadRow: OnBadRow): Promise<string[]> {
  switch (extname(path).toLowerCase()) {
    case ".txt":
      return (await readText(path)).split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
    case ".csv":
      return readCsv(path, await readText(path), onBadRow);
    case ".jsonl":
      return (await readJsonLines(path, promptLineSchema, onBadRow)).map(({ prompt }) => prompt);
    default:
      throw invalid(path, "is of no known kind; it must end in .txt, .csv or .jsonl.");
  }
}

function readCsv(path: string, text: string, onBadRow: OnBadRow): string[] {
  if (text.trim() === "") return [];
  return parseCsv(path, text, onBadRow).flatMap(({ record, line }) => {
    const row = promptLineSchema.safeParse(record);
    if (row.success) return row.data.prompt;
    if (record.prompt === undefined) {
      const columns = Object.keys(record).map((name) => JSON.stringify(name));
      throw invalid(path, `has no column "prompt" but ${columns.join(", ")}; the first line must name the columns.`);
    }
    onBadRow(invalid(path, `line ${line}: prompt ${row.error.issues[0]?.message ?? "has the wrong shape"}.`));
    return [];
  });
}

const invalid = (path: string, problem: string): RoutingError =>
  new RoutingError({ code: "invalid_data", parameter: path, message: `${path} ${problem}` });
