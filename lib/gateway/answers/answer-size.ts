/** Far more than any model says at once; an answer that goes on beyond it is given up. In bytes, or in characters. */
export const ANSWER_LIMITS = {
  /** Of an answer that comes whole: some 8 million tokens, or pictures. */
  jsonBytes: 32_000_000,
  /** Of 2,048 vectors, as many as one call may ask for. */
  embeddingBytes: 256_000_000,
  /** Of one event of a stream. */
  eventBytes: 16_000_000,
  /** Of a stream, of which each token takes some 300. */
  streamBytes: 256_000_000,
  /** Of what goes with a status that says no; the rest is not read. */
  errorBytes: 1_000_000,
  /** Of a tool call's id, where some servers keep signatures of some thousand. */
  toolIdCharacters: 65_536,
  /** Of a tool's name; the protocols allow 64 to 200. */
  toolNameCharacters: 1_024,
} as const;

const MEGABYTE = 1_000_000;

/** A provider's answer is longer than what is read of one. Its message is for whoever asks. */
class OverlongAnswer extends Error {
  constructor(message: string) {
    super(message);
    this.name = "OverlongAnswer";
  }
}

/** @throws OverlongAnswer. */
export function checkBytes(bytes: number, most: number, what: string): void {
  if (bytes <= most) return;
  throw new OverlongAnswer(`${what} is longer than the ${most / MEGABYTE} MB that are read of one`);
}

/** @throws OverlongAnswer. */
export function checkToolCall(id: string, name: string): void {
  const check = (text: string, most: number, what: string) => {
    if (text.length <= most) return;
    throw new OverlongAnswer(`${what} of a tool call is longer than ${most.toLocaleString("en-US")} characters`);
  };
  check(id, ANSWER_LIMITS.toolIdCharacters, "the id");
  check(name, ANSWER_LIMITS.toolNameCharacters, "the name");
}

/** By name and through its causes: the SDK wraps it, and each of Next's bundles has a copy of the class. */
export function findOversize(error: unknown): Error | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === "OverlongAnswer") return cause;
  }
  return undefined;
}
