import { conversationText } from "./conversation-text";
import type { Row, RowParser } from "./row";
import { LineSplitter, type TextLine } from "./split-lines";
import { LINE_TOO_LONG } from "./text-rows";

/** Fields that are told apart; a file with more has names that are data, and the later ones are passed over. */
const MAX_FIELDS = 200;
/** How deep fields are looked for: `request.body.messages`. */
const MAX_DEPTH = 3;

/**
 * JSON Lines: an object a line; blank lines are passed over. The columns are the fields with text, messages or turns in
 * them; a field within a field is named with a dot (`body.messages`).
 */
export function createJsonRows(): RowParser {
  const splitter = new LineSplitter();
  const columns: string[] = [];
  const indexOf = new Map<string, number>();

  const fill = (cells: (string | undefined)[], value: object, prefix: string, depth: number): void => {
    for (const [key, field] of Object.entries(value)) {
      const name = prefix + key;
      const text = conversationText(field);
      if (text !== undefined) {
        const index = indexOf.get(name) ?? columns.length;
        if (index >= MAX_FIELDS) continue;
        if (index === columns.length) {
          columns.push(name);
          indexOf.set(name, index);
        }
        cells[index] = text;
      } else if (depth < MAX_DEPTH && isObject(field)) fill(cells, field, `${name}.`, depth + 1);
    }
  };

  const toRow = ({ line, text }: TextLine): Row | [] => {
    if (text === undefined) return { line, problem: LINE_TOO_LONG };
    if (text.trim() === "") return [];
    const value = parse(text);
    if (!isObject(value)) return { line, problem: "not JSON; every line must be one JSON object" };
    const cells = new Array<string | undefined>(columns.length).fill(undefined);
    fill(cells, value, "", 1);
    return { line, cells };
  };
  return {
    columns,
    push: (piece) => splitter.push(piece).flatMap(toRow),
    end: () => splitter.end().flatMap(toRow),
  };
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
