import { describe, expect, it } from "vitest";
import { RoutingError } from "@/lib/domain/routing-error";
import { BYTE_TOKENS_START, smallTokenizer } from "@/lib/test/small-tokenizer";
import { readTokenizer } from "./read-tokenizer";

const refuse = (problem: string) =>
  new RoutingError({ code: "artifact_unusable", parameter: "tokenizer.json", message: `tokenizer.json ${problem}` });
const read = (file: unknown) => readTokenizer(JSON.stringify(file), refuse);
const byte = (letter: string): number => BYTE_TOKENS_START + letter.charCodeAt(0);

describe("readTokenizer", () => {
  const reader = read(smallTokenizer());

  it("reads bytes and merges, lower-cased", () => {
    expect(reader.encode("Ab")).toEqual([byte("a"), byte("b")]);
    const the = reader.idOf("the");
    expect(reader.encode("THE")).toEqual([the]);
    expect(reader.encode("")).toEqual([]);
    expect(reader.largestId).toBe(reader.idOf("Ġthe"));
  });

  it("takes a special token's name that somebody typed for the text it is", () => {
    const typed = reader.encode("say [[5]] or [PAD]");
    expect(typed.filter((id) => id < BYTE_TOKENS_START)).toEqual([]);
    expect(typed.slice(4, 9)).toEqual([..."[[5]]"].map(byte));
    expect(reader.encodeOwn("[[5]]")).toEqual([5]);
  });

  it("knows what the tokenizer puts around a text", () => {
    expect(reader.frame).toEqual({ before: [], after: [] });
    const framed = read({
      ...smallTokenizer(),
      post_processor: {
        type: "TemplateProcessing",
        single: [
          { SpecialToken: { id: "[[1]]", type_id: 0 } },
          { Sequence: { id: "A", type_id: 0 } },
          { SpecialToken: { id: "[[2]]", type_id: 0 } },
        ],
        pair: [],
        special_tokens: {},
      },
    });
    expect(framed.frame).toEqual({ before: [1], after: [2] });
    expect(framed.encode("a")).toEqual([byte("a")]);
  });

  it.each([
    ["an empty file", "", "tokenizer.json is empty"],
    [
      "a truncated file",
      JSON.stringify(smallTokenizer()).slice(0, 500),
      "tokenizer.json is not whole JSON (truncated or damaged)",
    ],
    ["other JSON", "[]", /^tokenizer\.json is no tokenizer \(at its top level: [^\n]*\)$/],
    [
      "a model without a vocabulary",
      '{"model":{"type":"BPE"}}',
      /^tokenizer\.json is no tokenizer \(at model\.vocab: [^\n]*\)$/,
    ],
    [
      "a part nobody knows",
      JSON.stringify({ ...smallTokenizer(), pre_tokenizer: { type: "Unheard" } }),
      /no tokenizer that can be read \(.*\)$/,
    ],
    [
      "a vocabulary of one letter",
      JSON.stringify({ ...smallTokenizer(), model: { type: "BPE", vocab: { a: 0 }, merges: [] } }),
      /no tokenizer that can be read \(its model lacks tokens for plain English\)$/,
    ],
  ])("refuses %s in one line", (_, text, message) => {
    expect(() => readTokenizer(text, refuse)).toThrow(message);
  });
});
