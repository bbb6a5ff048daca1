import { basename } from "node:path";
import { MAX_PROMPT_FILE_ROWS } from "@/lib/domain/prompt-file";
import type { PromptFormat } from "@/lib/schemas/files/prompt-upload";
import { readTextPieces } from "./decode-text";
import { fileProblem } from "./file-problem";
import { firstLine } from "./first-line";
import { promptFormat } from "./prompt-format";
import { choosePromptTable, type PromptTable } from "./prompt-table";
import type { Row, RowParser } from "./row";
import { createRowParser } from "./row-parser";

export type PromptFileOptions = {
  readonly path: string;
  /** What the user calls the file, for its extension and for errors; the path's last part unless given. */
  readonly name?: string | undefined;
  /** Found from the name and the beginning unless given. */
  readonly format?: PromptFormat | undefined;
  /** Guessed unless given; plain text has none. */
  readonly column?: string | null | undefined;
  readonly pieceBytes?: number | undefined;
};

/** The column is guessed from so many rows or so much text, whichever comes first. */
const SAMPLE = { rows: 1_000, characters: 4_000_000 };

/** The kind of a file shows in its first line that is not blank, or in so much of it. */
const HEAD_CHARACTERS = 1_000_000;

/**
 * The rows of a file of prompts in its order, some at a time, as a stream: a piece of the file is in memory at once, and
 * never more of one row than may be a row.
 * @throws RoutingError in one sentence if the file cannot be read, has too many rows, or lacks the column asked for.
 */
export async function* readPromptBatches(options: PromptFileOptions): AsyncGenerator<PromptBatch, void> {
  const { path, name = basename(path), pieceBytes } = options;
  const reader = createReader(options, name);
  for await (const piece of readTextPieces({ path, name, pieceBytes })) {
    const batch = reader.push(piece);
    if (batch !== undefined) yield batch;
  }
  yield* reader.end();
}

type PromptBatch = { readonly table: PromptTable; readonly rows: readonly Row[] };

function createReader(options: PromptFileOptions, name: string) {
  let opened: { readonly format: PromptFormat; readonly parser: RowParser } | undefined;
  let table: PromptTable | undefined;
  /** Text whose kind is not known yet, then rows whose column is not. */
  let head = "";
  let sample: Row[] = [];
  let [rowsRead, characters] = [0, 0];

  const open = () => {
    const format = options.format ?? promptFormat(name, head);
    opened = { format, parser: createRowParser(format, name) };
    return opened;
  };
  const take = (rows: readonly Row[], isEnd: boolean): PromptBatch | undefined => {
    rowsRead += rows.length;
    if (rowsRead > MAX_PROMPT_FILE_ROWS) {
      const most = MAX_PROMPT_FILE_ROWS.toLocaleString("en-US");
      const problem = `has more than ${most} rows, which is the most that is read; bring a part of it`;
      throw fileProblem({ name, problem });
    }
    if (table !== undefined) return rows.length === 0 ? undefined : { table, rows };
    sample = sample.concat(rows);
    if (!isEnd && sample.length < SAMPLE.rows && characters < SAMPLE.characters) return undefined;
    const { format, parser } = opened ?? open();
    table = choosePromptTable({ name, format, columns: parser.columns, sample, column: options.column ?? undefined });
    const batch = { table, rows: sample };
    sample = [];
    return batch;
  };

  return {
    push(piece: string): PromptBatch | undefined {
      characters += piece.length;
      if (opened !== undefined) return take(opened.parser.push(piece), false);
      head += piece;
      const isKnown = options.format !== undefined || firstLine(head) !== undefined;
      if (!isKnown && head.length < HEAD_CHARACTERS) return undefined;
      const text = head;
      const { parser } = open();
      head = "";
      return take(parser.push(text), false);
    },
    /** The last rows, if any; at least one batch comes in all, so that an empty file has a table too. */
    *end(): Generator<PromptBatch, void> {
      const { parser } = opened ?? open();
      for (const batch of [take(parser.push(head), false), take(parser.end(), true)]) {
        if (batch !== undefined) yield batch;
      }
    },
  };
}
