import { MAX_ROW_LENGTH } from "@/lib/domain/prompt-file";
import { LineEndCount } from "./count-line-ends";
import { firstLine } from "./first-line";

/** One row of a CSV text and the line in which it begins; or why it cannot be read. */
export type CsvRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly problem: string };

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Cuts a CSV text (RFC 4180) that comes in pieces into rows, with at most one row in memory. Quoted cells may hold line
 * ends, commas and doubled quotes; blank lines are passed over; a quote within an unquoted cell stands for itself. Where
 * the first line has semicolons or tabs and no comma, those part the cells, as spreadsheets of many countries save them.
 */
export class CsvSplitter {
  readonly #maxLength: number;
  readonly #lines = new LineEndCount();
  #delimiter: number | undefined;
  #head = "";
  #state: "start" | "plain" | "quoted" | "quoteInQuoted" = "start";
  #cells: string[] = [];
  #cell = "";
  #length = 0;
  #quotes = false;
  #problem: string | undefined;
  #line = 1;
  #afterReturn = false;

  constructor(maxLength: number = MAX_ROW_LENGTH) {
    this.#maxLength = maxLength;
  }

  /** @returns the rows that end in this piece. */
  push(piece: string): CsvRecord[] {
    if (this.#delimiter !== undefined) return this.#read(piece);
    this.#head += piece;
    const isWhole = firstLine(this.#head) !== undefined || this.#head.length > this.#maxLength;
    return isWhole ? this.#readHead() : [];
  }

  /** The first line decides what parts cells; what has come of the text until then is read after that. */
  #readHead(): CsvRecord[] {
    const line = (firstLine(this.#head) ?? this.#head).slice(0, this.#maxLength);
    const delimiter = [",", ";", "\t"].find((candidate) => line.includes(candidate)) ?? ",";
    this.#delimiter = delimiter.charCodeAt(0);
    const head = this.#head;
    this.#head = "";
    return this.#read(head);
  }

  #read(piece: string): CsvRecord[] {
    const records: CsvRecord[] = [];
    let index = 0;
    while (index < piece.length) {
      if (this.#state === "quoted") {
        const quote = piece.indexOf('"', index);
        const end = quote === -1 ? piece.length : quote;
        this.#append(piece.slice(index, end));
        if (quote !== -1) {
          this.#state = "quoteInQuoted";
          this.#lines.add('"');
        }
        index = end + 1;
        continue;
      }
      const code = piece.charCodeAt(index);
      if (this.#afterReturn) {
        this.#afterReturn = false;
        if (code === LINE_FEED) {
          index++;
          this.#lines.add("\n");
          continue;
        }
        this.#lines.add(" ");
      }
      if (code === QUOTE && this.#state !== "plain") {
        if (this.#state === "quoteInQuoted") this.#append('"');
        this.#state = "quoted";
        this.#quotes = true;
        index++;
      } else if (code === LINE_FEED || code === CARRIAGE_RETURN) {
        this.#lines.add(code === LINE_FEED ? "\n" : "\r");
        this.#afterReturn = code === CARRIAGE_RETURN;
        this.#endRecord(records);
        index++;
      } else if (code === this.#delimiter) {
        this.#endCell();
        index++;
      } else {
        if (this.#state === "quoteInQuoted") {
          this.#problem ??= "text follows a quoted cell's closing quote; double the quotes that are part of a cell";
        }
        this.#state = "plain";
        const end = this.#plainEnd(piece, index);
        this.#append(piece.slice(index, end));
        index = end;
      }
    }
    return records;
  }

  /** @returns the last row, if the text does not end with a line end. */
  end(): CsvRecord[] {
    const records = this.#delimiter === undefined ? this.#readHead() : [];
    if (this.#state === "quoted") {
      this.#problem = "a quoted cell of the row that begins here is never closed; close it, or double the quotes in it";
    }
    this.#endRecord(records);
    return records;
  }

  /** Where the plain text that begins at `start` stops: at what parts cells, a line end, or the end of the piece. */
  #plainEnd(piece: string, start: number): number {
    const delimiter = this.#delimiter;
    let index = start;
    for (; index < piece.length; index++) {
      const code = piece.charCodeAt(index);
      if (code === delimiter || code === LINE_FEED || code === CARRIAGE_RETURN) break;
    }
    return index;
  }

  #append(text: string): void {
    if (this.#state === "quoted") this.#lines.add(text);
    this.#length += text.length;
    if (this.#length <= this.#maxLength) {
      this.#cell += text;
      return;
    }
    this.#problem ??= `the row has more than ${this.#maxLength.toLocaleString("en-US")} characters; is a quote missing or a prompt too long?`;
    this.#cell = "";
    this.#cells = [];
  }

  #endCell(): void {
    if (this.#problem === undefined) this.#cells.push(this.#cell);
    this.#cell = "";
    this.#state = "start";
  }

  #endRecord(records: CsvRecord[]): void {
    const isBlank = this.#cells.length === 0 && !this.#quotes && this.#cell.trim() === "";
    this.#endCell();
    const { cells, line, problem } = { cells: this.#cells, line: this.#line, problem: this.#problem };
    if (problem !== undefined) records.push({ line, problem });
    else if (!isBlank) records.push({ line, cells });
    this.#cells = [];
    this.#length = 0;
    this.#quotes = false;
    this.#problem = undefined;
    this.#line = this.#lines.total + 1;
  }
}
