const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Counts the line ends (`\n`, `\r\n`, `\r`) of a text that comes in pieces, wherever they are cut: a `\r\n` that is cut
 * in two counts once.
 */
export class LineEndCount {
  #lines = 0;
  #afterReturn = false;

  /** Line ends in all pieces so far. */
  get total(): number {
    return this.#lines;
  }

  add(text: string): void {
    if (text === "") return;
    for (let index = text.indexOf("\n"); index !== -1; index = text.indexOf("\n", index + 1)) this.#lines++;
    if (this.#afterReturn && text.charCodeAt(0) === LINE_FEED) this.#lines--;
    for (let index = text.indexOf("\r"); index !== -1; index = text.indexOf("\r", index + 1)) {
      if (text.charCodeAt(index + 1) !== LINE_FEED) this.#lines++;
    }
    this.#afterReturn = text.charCodeAt(text.length - 1) === CARRIAGE_RETURN;
  }
}
