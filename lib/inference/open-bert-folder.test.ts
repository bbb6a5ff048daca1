import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { softmax } from "@/lib/math/softmax";
import { smallClassifier } from "@/lib/test/small-classifier";
import { BYTE_TOKENS_START, smallTokenizer, smallVocabulary } from "@/lib/test/small-tokenizer";
import { openBertFolder } from "./open-bert-folder";
import { createSessionPool } from "./session-pool";

/** `[[2]]` stands in front of and `[[1]]` behind every text, as `[CLS]` and `[SEP]` do elsewhere. */
const framed = {
  ...smallTokenizer(),
  post_processor: {
    type: "TemplateProcessing",
    single: [
      { SpecialToken: { id: "[[2]]", type_id: 0 } },
      { Sequence: { id: "A", type_id: 0 } },
      { SpecialToken: { id: "[[1]]", type_id: 0 } },
    ],
    pair: [],
    special_tokens: {},
  },
};
const tableOf = (labels: number): Float32Array => {
  const random = createRandom(3);
  return Float32Array.from({ length: smallVocabulary() * labels }, () => 4 * random() - 2);
};
const idsOf = (text: string): number[] => [
  2,
  ...Array.from(text, (letter) => BYTE_TOKENS_START + letter.charCodeAt(0)),
  1,
];
/** Mean of the rows of the ids. */
const logits = (labels: number, ids: readonly number[]): number[] =>
  Array.from(
    { length: labels },
    (_, label) => ids.reduce((sum, id) => sum + (tableOf(labels)[id * labels + label] ?? 0), 0) / ids.length,
  );

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-bert-"));
  await put("tokenizer.json", JSON.stringify(framed));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
const open = () => openBertFolder(folder, createSessionPool());

describe("openBertFolder", () => {
  it("reads a head of three labels, with and without padding, the special tokens around every text", async () => {
    await put("model.onnx", smallClassifier({ labels: 3, table: tableOf(3) }));
    const { model, strongLabels } = await open();
    expect({ labels: model.labels, strongLabels }).toEqual({ labels: 3, strongLabels: [0] });
    const prompts = ["ab", "abcd", "hello"];
    const rows = await model.labelBatch(prompts);
    prompts.forEach((prompt, index) => {
      softmax(logits(3, idsOf(prompt))).forEach((expected, label) => {
        expect(rows[index]?.[label]).toBeCloseTo(expected, 5);
      });
    });
  });

  it("reads a head of one output by a logistic function, as yes and no", async () => {
    await put("model.onnx", smallClassifier({ labels: 1, table: tableOf(1), tokenTypes: true }));
    const { model, strongLabels } = await open();
    const [row] = await model.labelBatch(["abc"]);
    const yes = 1 / (1 + Math.exp(-(logits(1, idsOf("abc"))[0] ?? 0)));
    expect(strongLabels).toEqual([0]);
    expect(row?.[0]).toBeCloseTo(yes, 5);
    expect(row?.[1]).toBeCloseTo(1 - yes, 5);
  });

  it("counts the labels that routellm.json names, and leaves probabilities as they are", async () => {
    const table = Float32Array.from({ length: smallVocabulary() * 2 }, (_, place) => (place % 2 === 0 ? 0.25 : 0.75));
    await put("model.onnx", smallClassifier({ labels: 2, table, output: "probabilities" }));
    await put("routellm.json", '{"strongLabels":[1],"scores":"probabilities"}');
    const { model, strongLabels } = await open();
    expect(strongLabels).toEqual([1]);
    expect(await model.labelBatch(["a"])).toEqual([[0.25, 0.75]]);
  });

  it("cuts long prompts between the special tokens", async () => {
    await put("model.onnx", smallClassifier({ labels: 3, table: tableOf(3) }));
    await put("routellm.json", '{"positions":8}');
    const { model } = await open();
    const [cut, short] = await model.labelBatch([`aaaa${"x".repeat(50)}bb`, "aaaabb"]);
    expect(cut).toEqual(short);
  });

  it.each([
    ["no model", {}, /model\.onnx is no ONNX model that can be run \(.*doesn't exist\): mend the folder that/],
    ["a truncated model", { "model.onnx": "half" }, /model\.onnx is not a whole ONNX model/],
    ["no tokenizer", { "tokenizer.json": undefined }, /tokenizer\.json is missing: mend/],
    ["a broken tokenizer", { "tokenizer.json": "{" }, /tokenizer\.json is not whole JSON/],
    ["settings that are not JSON", { "routellm.json": "labels: 3" }, /routellm\.json is not JSON/],
    ["a setting nobody knows", { "routellm.json": '{"label":[0]}' }, /routellm\.json has the wrong shape .*label/],
    [
      "a label that does not exist",
      { "model.onnx": smallClassifier({ labels: 3, table: tableOf(3) }), "routellm.json": '{"strongLabels":[3]}' },
      /routellm\.json has a label beyond 2 in strongLabels, but the model has 3 labels/,
    ],
    [
      "two labels of which none is said to be strong",
      { "model.onnx": smallClassifier({ labels: 2, table: tableOf(2) }) },
      /routellm\.json must say in strongLabels which of the model's 2 labels count for the strong model/,
    ],
    [
      "an input of another type",
      { "model.onnx": smallClassifier({ labels: 3, table: tableOf(3), maskType: "float32" }) },
      /model\.onnx is no sequence classifier: it reads input_ids int64, attention_mask float32 where int64 input_ids,/,
    ],
    [
      "weights that are not numbers",
      { "model.onnx": smallClassifier({ labels: 3, table: tableOf(3).fill(Number.NaN) }) },
      /model\.onnx gives results that are not numbers/,
    ],
  ])(
    "refuses a folder with %s in one line",
    async (_, files: Record<string, string | Uint8Array | undefined>, message) => {
      for (const [name, content] of Object.entries(files)) {
        if (content === undefined) await rm(join(folder, name));
        else await put(name, content);
      }
      const error: unknown = await open().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "artifact_unusable", message: expect.stringMatching(message) });
      expect(error).toMatchObject({ message: expect.not.stringMatching(/\n/) });
    },
  );
});
