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
    // A loop over characters: searching for each end is many times slower where lines are short.
    let ends = 0;
    let afterReturn = this.#afterReturn;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code === CARRIAGE_RETURN || (code === LINE_FEED && !afterReturn)) ends++;
      afterReturn = code === CARRIAGE_RETURN;
    }
    this.#lines += ends;
    this.#afterReturn = afterReturn;
  }
}
