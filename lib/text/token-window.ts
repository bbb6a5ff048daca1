/** Share of the room that goes to the beginning of a prompt that is too long; the rest goes to its end. */
const HEAD_SHARE = 2 / 3;

/**
 * A prompt's tokens as a transformer of limited length reads them: all of them if they fit, else the first two thirds and
 * the last third of the room, since a question often stands at the end of a long text.
 * @param room at least 1.
 */
export function tokenWindow(tokens: readonly number[], room: number): number[] {
  if (tokens.length <= room) return tokens.slice();
  const head = Math.round(HEAD_SHARE * room);
  return [...tokens.slice(0, head), ...tokens.slice(tokens.length - (room - head))];
}
