import { Tokenizer } from "@huggingface/tokenizers";
import { describe, expect, it } from "vitest";
import { fitTokenizer } from "./fit-tokenizer";

const PROMPTS = [
  "the cat sat on the mat",
  "The mat sat on the cat",
  "the thin cat",
  "What is 1234 + 56?",
  "the the the",
];
const learn = () => fitTokenizer(PROMPTS, { vocabulary: 270 });
const tokenizer = () => new Tokenizer(learn(), {});

describe("fitTokenizer", () => {
  it("begins with padding and the five labels, then the bytes, then merges", () => {
    const { vocab, merges } = learn().model;
    expect(["[PAD]", "[[1]]", "[[2]]", "[[3]]", "[[4]]", "[[5]]"].map((token) => vocab[token])).toEqual([
      0, 1, 2, 3, 4, 5,
    ]);
    expect(Object.keys(vocab)).toHaveLength(6 + 256 + merges.length);
    expect(merges.length).toBeLessThanOrEqual(8);
    expect(new Set(Object.values(vocab)).size).toBe(Object.keys(vocab).length);
  });

  it("reads a frequent word as one token, whatever its case", () => {
    expect(tokenizer().tokenize("on THE")).toEqual([...tokenizer().tokenize("on"), "Ġthe"]);
  });

  it.each(["naïve 漢字 🙂 עברית", "a\u0000b\t\n  c", "x".repeat(300), "12345678"])(
    "reads any text back but for case: %j",
    (text) => {
      const { ids } = tokenizer().encode(text);
      expect(tokenizer().decode(ids)).toBe(text.toLowerCase());
      expect(ids.every((id) => id > 5)).toBe(true);
    },
  );

  it("reads a label as one token and no word as a label", () => {
    expect(tokenizer().encode("[[4]]").ids).toEqual([4]);
    expect(tokenizer().encode("[ [4] ]").ids).not.toContain(4);
  });
});
