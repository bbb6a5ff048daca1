import { MAX_ROW_LENGTH } from "@/lib/domain/prompt-file";

/** One line of a text without its end, numbered from 1; `undefined` if it is too long to be held. */
export type TextLine = { readonly line: number; readonly text: string | undefined };

/** Cuts a text that comes in pieces into lines (ends: `\n`, `\r\n`, `\r`), with at most one line in memory. */
export class LineSplitter {
  readonly #maxLength: number;
  #line = 1;
  /** The beginning of a line whose end has not come yet. */
  #open = "";
  #tooLong = false;
  #afterReturn = false;

  constructor(maxLength: number = MAX_ROW_LENGTH) {
    this.#maxLength = maxLength;
  }

  /** @returns the lines that end in this piece. */
  push(piece: string): TextLine[] {
    if (piece === "") return [];
    const lines: TextLine[] = [];
    let start = this.#afterReturn && piece.startsWith("\n") ? 1 : 0;
    let feed = piece.indexOf("\n", start);
    let carriageReturn = piece.indexOf("\r", start);
    while (feed !== -1 || carriageReturn !== -1) {
      const isFeed = carriageReturn === -1 || (feed !== -1 && feed < carriageReturn);
      const end = isFeed ? feed : carriageReturn;
      lines.push(this.#close(piece.slice(start, end)));
      start = end + (isFeed || piece.charCodeAt(end + 1) !== 10 ? 1 : 2);
      if (feed !== -1 && feed < start) feed = piece.indexOf("\n", start);
      if (carriageReturn !== -1 && carriageReturn < start) carriageReturn = piece.indexOf("\r", start);
    }
    this.#afterReturn = piece.endsWith("\r");
    this.#append(piece.slice(start));
    return lines;
  }

  /** @returns the last line, if the text does not end with a line end. */
  end(): TextLine[] {
    return this.#open === "" && !this.#tooLong ? [] : [this.#close("")];
  }

  #append(text: string): void {
    if (this.#tooLong) return;
    this.#open += text;
    this.#tooLong = this.#open.length > this.#maxLength;
    if (this.#tooLong) this.#open = "";
  }

  #close(text: string): TextLine {
    this.#append(text);
    const line = { line: this.#line++, text: this.#tooLong ? undefined : this.#open };
    this.#open = "";
    this.#tooLong = false;
    return line;
  }
}
