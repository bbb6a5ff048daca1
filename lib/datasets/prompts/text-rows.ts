import { MAX_ROW_LENGTH } from "@/lib/domain/prompt-file";
import type { Row, RowParser } from "./row";
import { LineSplitter, type TextLine } from "./split-lines";

/** What is said of a line that is too long to be held. */
export const LINE_TOO_LONG = `the line has more than ${MAX_ROW_LENGTH.toLocaleString("en-US")} characters; put each prompt on a line of its own`;

/** Plain text, a prompt a line; blank lines are passed over. */
export function createTextRows(): RowParser {
  const splitter = new LineSplitter();
  return {
    columns: [],
    push: (piece) => splitter.push(piece).flatMap(toRow),
    end: () => splitter.end().flatMap(toRow),
  };
}

function toRow({ line, text }: TextLine): Row | [] {
  if (text === undefined) return { line, problem: LINE_TOO_LONG };
  return text.trim() === "" ? [] : { line, cells: [text] };
}
