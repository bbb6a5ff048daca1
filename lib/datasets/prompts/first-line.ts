/** The first line that is not blank, without its end; undefined as long as its end has not come. */
export function firstLine(text: string): string | undefined {
  const start = text.search(/\S/);
  if (start === -1) return undefined;
  // One search for each: a pattern that looks for both would try every character of a long line as a beginning.
  const [feed, carriageReturn] = [text.indexOf("\n", start), text.indexOf("\r", start)];
  const end = feed === -1 || carriageReturn === -1 ? Math.max(feed, carriageReturn) : Math.min(feed, carriageReturn);
  return end === -1 ? undefined : text.slice(start, end);
}
