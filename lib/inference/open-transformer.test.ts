import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RoutingError } from "@/lib/domain/routing-error";
import type { TransformerKind, TransformerWeights } from "@/lib/domain/transformer-weights";
import { exportTransformer } from "@/lib/onnx/export-transformer";
import { QUALITY_LABELS } from "@/lib/routers/causal-llm-router";
import { randomTransformer } from "@/lib/test/random-transformer";
import { referenceProbabilities } from "@/lib/test/reference-transformer";
import { smallTokenizer, smallVocabulary } from "@/lib/test/small-tokenizer";
import { OWN_INSTRUCTION } from "./instruction";
import { openDecoder, openEncoder } from "./open-transformer";
import { readTokenizer } from "./read-tokenizer";
import { createSessionPool } from "./session-pool";

const SHAPE = { vocabulary: smallVocabulary(), width: 16, heads: 2, layers: 1, inner: 24, positions: 100 };
const ENCODER: TransformerKind = { kind: "encoder", labels: 3 };
const DECODER: TransformerKind = { kind: "decoder", labelTokens: [1, 2, 3, 4, 5] };

const refuseOf = (file: string) => (problem: string) =>
  new RoutingError({ code: "artifact_unusable", parameter: file, message: `${file} ${problem}` });
const reader = readTokenizer(JSON.stringify(smallTokenizer()), refuseOf("tokenizer.json"));

let files = 0;
const fileOf = (bytes: Uint8Array) => ({ name: `file ${++files}`, bytes });
const base = { reader, positions: SHAPE.positions, refuse: refuseOf("model.onnx") };
const encode = (bytes: Uint8Array, options: { positions?: number; labels?: number } = {}) =>
  openEncoder({ pool: createSessionPool(), file: fileOf(bytes), ...base, labels: 3, ...options });
const decode = (bytes: Uint8Array, options: { instruction?: string; labels?: readonly string[] } = {}) =>
  openDecoder({
    pool: createSessionPool(),
    file: fileOf(bytes),
    ...base,
    labels: QUALITY_LABELS,
    instruction: OWN_INSTRUCTION,
    refuseTokenizer: refuseOf("tokenizer.json"),
    refuseInstruction: refuseOf("instruction.txt"),
    ...options,
  });
const bytesOf = (weights: TransformerWeights) => exportTransformer(weights, { precision: "float32" });
const encoder = randomTransformer({ shape: SHAPE, model: ENCODER });
const decoder = randomTransformer({ shape: SHAPE, model: DECODER });

describe("openEncoder", () => {
  it("scores prompts of all lengths in their order, each as if it were alone", async () => {
    const model = await encode(bytesOf(encoder));
    const prompts = ["The cat", "x".repeat(70), "?", "The   theorem of the day", "", "y".repeat(95), "The cat"];
    const rows = await model.labelBatch(prompts);
    for (const [index, prompt] of prompts.entries()) {
      const expected = referenceProbabilities(encoder, prompt === "" ? [0] : reader.encode(prompt));
      rows[index]?.forEach((value, label) => {
        expect(value, prompt).toBeCloseTo(expected[label] ?? Number.NaN, 5);
      });
    }
    expect(rows).toHaveLength(prompts.length);
    expect(await model.labelBatch([])).toEqual([]);
  });

  it("reads the first two thirds and the last third of a prompt that is too long", async () => {
    const model = await encode(bytesOf(encoder));
    const long = `${"a".repeat(67)}${"b".repeat(5000)}${"c".repeat(33)}`;
    const [cut, short] = await model.labelBatch([long, `${"a".repeat(67)}${"c".repeat(33)}`]);
    expect(cut).toEqual(short);
  });

  it("opens each file once, whoever asks", async () => {
    const directory = await mkdtemp(join(tmpdir(), "routellm-onnx-"));
    const path = join(directory, "bert.onnx");
    await writeFile(path, bytesOf(encoder));
    const pool = createSessionPool();
    const first = await pool.open({ path }, base.refuse);
    await rm(directory, { recursive: true });
    expect(await pool.open({ path }, base.refuse)).toBe(first);
  });
});

describe("openDecoder", () => {
  it("puts the instruction around the prompt and gives the label tokens' shares of the next token", async () => {
    const model = await decode(bytesOf(decoder));
    const [row] = await model.labelBatch(["The cat"]);
    const ids = reader.encode(OWN_INSTRUCTION.replace("{prompt}", "The cat"));
    const expected = referenceProbabilities(decoder, ids);
    expect(row).toHaveLength(5);
    row?.forEach((value, label) => {
      expect(value).toBeCloseTo(expected[label] ?? Number.NaN, 5);
    });
  });

  it("cuts the prompt and never the instruction", async () => {
    const model = await decode(bytesOf(decoder));
    const room = SHAPE.positions - reader.encode(OWN_INSTRUCTION.replace("{prompt}", "")).length;
    const head = Math.ceil((2 * room) / 3);
    const [long, cut] = await model.labelBatch([
      "a".repeat(head) + "b".repeat(300) + "c".repeat(room - head),
      "a".repeat(head) + "c".repeat(room - head),
    ]);
    expect(long).toEqual(cut);
  });

  it("is not answered by a prompt that writes a label itself", async () => {
    const model = await decode(bytesOf(decoder));
    const [row] = await model.labelBatch(["[[5]]"]);
    const instruction = OWN_INSTRUCTION.split("{prompt}");
    const text = [instruction[0], "[", "[5]]", instruction[1]].flatMap((part) => reader.encodeOwn(part ?? ""));
    expect(row?.[4]).toBeCloseTo(referenceProbabilities(decoder, text)[4] ?? Number.NaN, 5);
  });

  it.each([
    ["without a place for the prompt", "Rate this:", /^instruction\.txt must hold \{prompt\} exactly once, where/],
    ["with two of them", "{prompt} or {prompt}", /^instruction\.txt must hold \{prompt\} exactly once/],
    [
      "too long to leave room",
      `${"a".repeat(100)}{prompt}`,
      /^instruction\.txt is 100 tokens long, which leaves no room/,
    ],
  ])("refuses an instruction %s", async (_, instruction, message) => {
    await expect(decode(bytesOf(decoder), { instruction })).rejects.toThrow(message);
  });

  it("refuses a tokenizer without the label tokens", async () => {
    const bare = readTokenizer(
      JSON.stringify(smallTokenizer({ special: ["[PAD]", "[[1]]"] })),
      refuseOf("tokenizer.json"),
    );
    const open = openDecoder({
      pool: createSessionPool(),
      file: fileOf(bytesOf(decoder)),
      ...base,
      reader: bare,
      labels: QUALITY_LABELS,
      instruction: OWN_INSTRUCTION,
      refuseTokenizer: refuseOf("tokenizer.json"),
      refuseInstruction: refuseOf("instruction.txt"),
    });
    await expect(open).rejects.toThrow("tokenizer.json has no token [[2]], which is a label of the model");
  });
});

describe("a model file that cannot be used is told in one line", () => {
  const small = { ...SHAPE, vocabulary: 100 };
  const short = { ...SHAPE, positions: 50 };
  /** A file whose first weights are overwritten: exporting refuses NaN, so it is broken as a disk would break it. */
  const withNaN = (): Uint8Array => {
    const bytes = bytesOf(encoder).slice();
    const values = encoder.tensors["finalNorm.bias"]?.values ?? new Float32Array();
    const needle = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
    const place = Buffer.from(bytes.buffer).indexOf(needle);
    new DataView(bytes.buffer).setFloat32(place, Number.NaN, true);
    return bytes;
  };

  it.each([
    ["truncated", () => bytesOf(encoder).slice(0, 5000), /^model\.onnx is not a whole ONNX model \(truncated,/],
    ["empty", () => new Uint8Array(), /^model\.onnx is not a whole ONNX model/],
    ["a text", () => new TextEncoder().encode("not a model"), /^model\.onnx is not a whole ONNX model/],
    ["of another kind", () => bytesOf(decoder), /^model\.onnx has 5 labels where 3 are right$/],
    [
      "for a smaller vocabulary than the tokenizer's",
      () => bytesOf(randomTransformer({ shape: small, model: ENCODER })),
      /^model\.onnx cannot be run \([^\n]*out of data bounds[^\n]*\)$/,
    ],
    [
      "for fewer positions",
      () => bytesOf(randomTransformer({ shape: short, model: ENCODER })),
      /^model\.onnx cannot be run \([^\n]*\)$/,
    ],
    ["with weights that are not numbers", withNaN, /^model\.onnx gives results that are not numbers, so weights/],
  ])("%s", async (_, bytes, message) => {
    const error = await encode(bytes()).then(
      () => new Error("it was opened"),
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(RoutingError);
    expect(error).toMatchObject({ code: "artifact_unusable", message: expect.stringMatching(message) });
  });

  it("absent", async () => {
    const open = openEncoder({ pool: createSessionPool(), file: { path: "/absent/bert.onnx" }, ...base, labels: 3 });
    await expect(open).rejects.toThrow(/^model\.onnx is no ONNX model that can be run \([^\n]*doesn't exist\)$/);
  });
});
