const SPECIAL = ["[PAD]", "[[1]]", "[[2]]", "[[3]]", "[[4]]", "[[5]]"];

/** GPT-2's printable stand-in for each byte. */
function byteSymbols(): string[] {
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) => {
    const visible = (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
    return String.fromCodePoint(visible ? byte : next++);
  });
}

/** Ids: 0 padding, 1 … 5 the labels, then a token a byte, then the merges. */
export const BYTE_TOKENS_START = SPECIAL.length;

/**
 * A `tokenizer.json` as training makes them (lower-cased byte-level BPE), with a handful of merges.
 * @param options.merges pairs of tokens, in the order in which they are merged.
 */
export function smallTokenizer(options: { special?: readonly string[]; merges?: readonly string[] } = {}) {
  const { special = SPECIAL, merges = ["t h", "th e", "Ġ the"] } = options;
  const tokens = [...special, ...byteSymbols(), ...merges.map((pair) => pair.replace(" ", ""))];
  const flags = { single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
  return {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: special.map((content, id) => ({ id, content, ...flags })),
    normalizer: { type: "Lowercase" },
    pre_tokenizer: { type: "ByteLevel", add_prefix_space: false, trim_offsets: false, use_regex: true },
    post_processor: null,
    decoder: { type: "ByteLevel", add_prefix_space: false, trim_offsets: false, use_regex: true },
    model: {
      type: "BPE",
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      merges,
    },
  };
}

export const smallVocabulary = (): number => Object.keys(smallTokenizer().model.vocab).length;
