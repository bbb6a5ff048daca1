import { fitBytePairs } from "./fit-byte-pairs";

/** Padding and unknown come first: id 0 is padding in every batch. */
const SPECIAL_TOKENS = ["[PAD]", "[[1]]", "[[2]]", "[[3]]", "[[4]]", "[[5]]"] as const;

/** Words with the space before them, up to three digits, runs of other signs, runs of white space. */
const WORD_PATTERN = " ?\\p{L}+| ?\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+|\\s+";

/** A word or a pair met less often than this in all prompts is not worth a token. */
const MINIMUM_COUNT = 4;

/**
 * A lower-cased byte-level BPE vocabulary, in the `tokenizer.json` format: any text can be read, nothing is unknown.
 * @returns the parts of Hugging Face's file that such a vocabulary needs.
 * @param prompts text to learn merges from.
 * @param options.vocabulary tokens in all: the special ones, 256 bytes, merges.
 */
export function fitTokenizer(prompts: readonly string[], options: { vocabulary: number }) {
  const bytes = byteSymbols();
  const words = new Map<string, number>();
  const pattern = new RegExp(WORD_PATTERN, "gu");
  const encoder = new TextEncoder();
  for (const prompt of prompts) {
    for (const [word] of prompt.toLowerCase().matchAll(pattern)) words.set(word, (words.get(word) ?? 0) + 1);
  }
  const asBytes = new Map<string, number>();
  for (const [word, count] of words) {
    if (count < MINIMUM_COUNT) continue;
    const symbols = Array.from(encoder.encode(word), (byte) => bytes[byte] ?? "").join("");
    asBytes.set(symbols, (asBytes.get(symbols) ?? 0) + count);
  }
  const merges = fitBytePairs(asBytes, {
    merges: options.vocabulary - SPECIAL_TOKENS.length - bytes.length,
    minimumCount: MINIMUM_COUNT,
  });
  const tokens = [...SPECIAL_TOKENS, ...bytes, ...merges.map(([left, right]) => left + right)];
  const special = { single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
  return {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: SPECIAL_TOKENS.map((content, id) => ({ id, content, ...special })),
    normalizer: { type: "Lowercase" },
    pre_tokenizer: {
      type: "Sequence",
      pretokenizers: [
        { type: "Split", pattern: { Regex: WORD_PATTERN }, behavior: "Isolated", invert: false },
        { type: "ByteLevel", add_prefix_space: false, trim_offsets: false, use_regex: false },
      ],
    },
    post_processor: null,
    decoder: { type: "ByteLevel", add_prefix_space: false, trim_offsets: false, use_regex: false },
    model: {
      type: "BPE",
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      merges: merges.map(([left, right]) => `${left} ${right}`),
    },
  };
}

/** GPT-2's printable stand-in for each byte: itself where it can be seen, else a code point from 256 on. */
function byteSymbols(): string[] {
  const visible = (byte: number) =>
    (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || (byte >= 174 && byte <= 255);
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) => {
    if (visible(byte)) return String.fromCodePoint(byte);
    next += 1;
    return String.fromCodePoint(next - 1);
  });
}
