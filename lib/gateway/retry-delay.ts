const FIRST_DELAY_MS = 500;
const LONGEST_BACKOFF_MS = 30_000;

/**
 * How long to wait before a call is tried again: as long as the server asks, or else exponential backoff from half a
 * second to half a minute, in either case with up to a quarter more, drawn at random so that waiting callers spread.
 *
 * @param attempt tries that failed so far, from 1.
 */
export function retryDelay(options: {
  readonly attempt: number;
  readonly retryAfterMs: number | undefined;
  readonly random: () => number;
}): number {
  const { attempt, retryAfterMs, random } = options;
  const backoff = Math.min(LONGEST_BACKOFF_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
  return (retryAfterMs ?? backoff) * (1 + random() / 4);
}

/**
 * The wait that a response's headers ask for: `retry-after-ms`, or `Retry-After` in seconds or as a date.
 * @returns milliseconds from 0; undefined if they ask for none that can be understood.
 */
export function parseRetryAfter(headers: Readonly<Record<string, string>>, now: Date): number | undefined {
  const milliseconds = toNumber(headers["retry-after-ms"]);
  if (milliseconds !== undefined) return milliseconds;
  const text = headers["retry-after"];
  const seconds = toNumber(text);
  if (seconds !== undefined) return seconds * 1000;
  const date = /[a-z]/i.test(text ?? "") ? Date.parse(text ?? "") : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}

function toNumber(text: string | undefined): number | undefined {
  const value = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
  return value >= 0 && Number.isFinite(value) ? value : undefined;
}
