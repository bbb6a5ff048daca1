import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { safetensorsBytes } from "@/lib/test/write-safetensors";
import { readReleasedCheckpoint } from "./read-released-checkpoint";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-checkpoint-"));
});
afterAll(() => rm(folder, { recursive: true }));

const SHAPES = { "P.weight": [4, 3], "text_proj.0.weight": [3, 2], "classifier.0.weight": [1, 3] };
const whole = safetensorsBytes({ shapes: SHAPES, fill: (_, index) => index });

const read = async (bytes: Buffer) => {
  const path = join(folder, "mf.safetensors");
  await writeFile(path, bytes);
  return readReleasedCheckpoint(path);
};
const withShapes = (shapes: Readonly<Record<string, readonly number[]>>) => safetensorsBytes({ shapes, fill: () => 1 });
const withHeader = (header: string, declared = BigInt(Buffer.byteLength(header))) => {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(declared);
  return Buffer.concat([length, Buffer.from(header), Buffer.alloc(64)]);
};
const tensorAt = (start: number, end: number, shape: readonly number[]) =>
  withHeader(JSON.stringify({ "P.weight": { dtype: "F32", shape, data_offsets: [start, end] } }));

describe("readReleasedCheckpoint", () => {
  it("reads the three tensors", async () => {
    expect(await read(whole)).toEqual({
      modelIndices: { "0": 0, "1": 1, "2": 2, "3": 3 },
      hidden: 3,
      dimensions: 2,
      modelVectors: Array.from({ length: 12 }, (_, index) => index),
      projection: [0, 1, 2, 3, 4, 5],
      classifier: [0, 1, 2],
    });
  });

  it.each([...whole.keys()].filter((length) => length % 7 === 0))("refuses a file cut at byte %d", async (length) => {
    await expect(read(whole.subarray(0, length))).rejects.toThrow(/not a whole safetensors file|is damaged/);
  });

  it.each<readonly [string, Buffer, string]>([
    ["an empty file", Buffer.alloc(0), "not a whole safetensors file"],
    ["a header longer than the file", withHeader("{}", 2n ** 63n), "not a whole safetensors file"],
    ["a header that is no JSON", withHeader("{{"), "header does not describe tensors"],
    ["a header of another shape", withHeader('{"P.weight":[1]}'), "header does not describe tensors"],
    ["bytes that run backwards", tensorAt(16, 0, [2, 2]), "is damaged"],
    ["bytes beyond the end", tensorAt(64, 80, [2, 2]), "is damaged"],
    ["more numbers than any file has", tensorAt(0, 16, [2 ** 40, 2 ** 40]), "is damaged"],
    ["half precision", safetensorsBytes({ shapes: SHAPES, fill: () => 1, dtype: "BF16" }), "as BF16; it must be F32"],
    ["infinity", safetensorsBytes({ shapes: SHAPES, fill: () => Number.POSITIVE_INFINITY }), "not finite"],
    [
      "one number that is none",
      safetensorsBytes({ shapes: SHAPES, fill: (_, i) => (i === 5 ? Number.NaN : 1) }),
      "not finite",
    ],
    ["no tensor", withHeader("{}"), 'no tensor "P.weight"; it has none'],
    ["a bias", withShapes({ ...SHAPES, "text_proj.0.bias": [3] }), 'has a tensor "text_proj.0.bias"'],
    ["several classes", withShapes({ ...SHAPES, "classifier.0.weight": [3, 1] }), "do not fit together"],
    ["a projection on its side", withShapes({ ...SHAPES, "text_proj.0.weight": [2, 3] }), "do not fit together"],
    ["a flat table", withShapes({ ...SHAPES, "P.weight": [12] }), "do not fit together"],
    ["no models", withShapes({ ...SHAPES, "P.weight": [0, 3] }), "do not fit together"],
  ])("refuses %s in one line", async (_, bytes, message) => {
    const error = await read(bytes).then(
      () => expect.unreachable(),
      (thrown: unknown) => String(thrown),
    );
    expect(error).toContain(message);
    expect(error).toContain("mf.safetensors");
    expect(error).not.toContain("\n");
  });
});
