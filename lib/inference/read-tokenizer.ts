import { Tokenizer } from "@huggingface/tokenizers";
import { tokenizerFileSchema } from "@/lib/schemas/files/tokenizer-file";
import { oneLine, type Refuse } from "./refuse";

/** Text ↔ token ids, by a `tokenizer.json`. */
export type TokenReader = {
  /** Ids of what a person wrote: no special token can come of it, however the text is written. */
  encode(text: string): number[];
  /** Ids of text that we wrote, in which a special token's name stands for the token. */
  encodeOwn(text: string): number[];
  /** What the tokenizer puts before and after every text (`[CLS]` … `[SEP]`), if its file says so. */
  readonly frame: { readonly before: readonly number[]; readonly after: readonly number[] };
  idOf(token: string): number | undefined;
  readonly largestId: number;
};

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** @throws RoutingError by `refuse` if `text` is no tokenizer. */
export function readTokenizer(text: string, refuse: Refuse): TokenReader {
  const parsed = tokenizerFileSchema.safeParse(parseJson(text, refuse));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw refuse(`is no tokenizer (at ${issue?.path.join(".") || "its top level"}: ${issue?.message ?? "unknown"})`);
  }
  const tokenizer = createTokenizer(parsed.data, refuse);
  const special = parsed.data.added_tokens.map(({ content }) => content).filter((content) => content.length > 1);
  const pattern = special.length === 0 ? undefined : new RegExp(special.map(escapePattern).join("|"), "g");
  const plain = (part: string): number[] =>
    part === "" ? [] : tokenizer.encode(part, { add_special_tokens: false }).ids;
  return {
    // A special token's name that somebody typed is cut in two, and its halves are ordinary text.
    encode: (typed) => (pattern === undefined ? plain(typed) : splitNames(typed, pattern).flatMap(plain)),
    encodeOwn: plain,
    frame: readFrame(tokenizer),
    idOf: (token) => tokenizer.token_to_id(token),
    largestId: [...tokenizer.get_vocab(true).values()].reduce((largest, id) => Math.max(largest, id), 0),
  };
}

function parseJson(text: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse(text.trim() === "" ? "is empty" : "is not whole JSON (truncated or damaged)");
  }
}

const TRIAL = "A prompt, 1 to try.";

/** The library checks little: what it cannot read shows as an error of its own, here or at the first text. */
function createTokenizer(file: object, refuse: Refuse): Tokenizer {
  try {
    const tokenizer = new Tokenizer(file, {});
    const { ids, tokens } = tokenizer.encode(TRIAL);
    // Letters without a token are dropped without a word.
    if (!ids.every(Number.isInteger) || tokens.join("").length < TRIAL.length / 2) {
      throw new TypeError("its model lacks tokens for plain English");
    }
    return tokenizer;
  } catch (error) {
    throw refuse(`is no tokenizer that can be read (${oneLine(error)})`);
  }
}

function splitNames(text: string, pattern: RegExp): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const { index } of text.matchAll(pattern)) {
    parts.push(text.slice(start, index + 1));
    start = index + 1;
  }
  return [...parts, text.slice(start)];
}

function readFrame(tokenizer: Tokenizer): TokenReader["frame"] {
  const bare = tokenizer.encode("a", { add_special_tokens: false }).ids;
  const framed = tokenizer.encode("a").ids;
  const place = framed.findIndex((_, start) => bare.every((id, offset) => framed[start + offset] === id));
  if (place < 0) return { before: [], after: [] };
  return { before: framed.slice(0, place), after: framed.slice(place + bare.length) };
}
