import { InferenceSession, Tensor } from "onnxruntime-node";
import { describe, expect, it } from "vitest";
import type { TransformerKind, TransformerShape } from "@/lib/domain/transformer-weights";
import { createRandom } from "@/lib/math/seeded-random";
import { randomTransformer } from "@/lib/test/random-transformer";
import { referenceProbabilities } from "@/lib/test/reference-transformer";
import { exportTransformer, type Precision } from "./export-transformer";

const SHAPE: TransformerShape = { vocabulary: 60, width: 16, heads: 4, layers: 2, inner: 24, positions: 20 };
const KINDS: readonly TransformerKind[] = [
  { kind: "encoder", labels: 3 },
  { kind: "decoder", labelTokens: [2, 3, 4, 5, 6] },
];

/** Texts of different lengths: a single token, all of the positions, and some between. */
function sequences(count: number, shape: TransformerShape, seed = 5): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const length = index === 0 ? 1 : index === 1 ? shape.positions : 1 + Math.floor(random() * shape.positions);
    return Array.from({ length }, () => 1 + Math.floor(random() * (shape.vocabulary - 1)));
  });
}

async function run(file: Uint8Array, rows: readonly (readonly number[])[]): Promise<number[][]> {
  const session = await InferenceSession.create(file, { intraOpNumThreads: 1 });
  const length = Math.max(...rows.map((row) => row.length));
  const ids = BigInt64Array.from(
    rows.flatMap((row) => Array.from({ length }, (_, place) => row[place] ?? 0)),
    BigInt,
  );
  const { probabilities } = await session.run({ ids: new Tensor("int64", ids, [rows.length, length]) });
  if (!(probabilities?.data instanceof Float32Array)) throw new TypeError("no probabilities");
  const flat = Array.from(probabilities.data);
  const labels = flat.length / rows.length;
  return rows.map((_, row) => flat.slice(row * labels, (row + 1) * labels));
}

const largestDifference = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number =>
  Math.max(...a.flatMap((row, i) => row.map((value, j) => Math.abs(value - (b[i]?.[j] ?? Number.NaN)))));

describe.each(KINDS)("the exported $kind", (model) => {
  const weights = randomTransformer({ shape: SHAPE, model });
  const rows = sequences(12, SHAPE);
  const file = (precision: Precision) => exportTransformer(weights, { precision });

  it("computes what the description says, whatever the padding beside a text", async () => {
    const expected = rows.map((ids) => referenceProbabilities(weights, ids));
    expect(largestDifference(await run(file("float32"), rows), expected)).toBeLessThan(1e-5);
    const alone = await Promise.all(rows.map(async (ids) => (await run(file("float32"), [ids]))[0] ?? []));
    expect(largestDifference(alone, expected)).toBeLessThan(1e-5);
    // Random weights tell texts apart, or the comparison would say nothing.
    expect(largestDifference([expected[2] ?? []], [expected[3] ?? []])).toBeGreaterThan(
      model.kind === "encoder" ? 1e-2 : 1e-3,
    );
  });

  it("gives probabilities: all of them for an encoder, a decoder's labels a part of all tokens", async () => {
    for (const row of await run(file("float32"), rows)) {
      const sum = row.reduce((total, value) => total + value, 0);
      expect(row).toHaveLength(model.kind === "encoder" ? 3 : 5);
      if (model.kind === "encoder") expect(sum).toBeCloseTo(1, 5);
      else expect(sum).toBeLessThan(0.9);
      expect(Math.min(...row)).toBeGreaterThanOrEqual(0);
    }
  });

  it("keeps its probabilities within .01 at a quarter of the size in 8 bits", async () => {
    const shape = { ...SHAPE, vocabulary: 2000, width: 64, inner: 128, positions: 64 };
    const large = randomTransformer({ shape, model });
    const texts = sequences(60, shape);
    const small = exportTransformer(large, { precision: "int8" });
    const exact = exportTransformer(large, { precision: "float32" });
    expect(largestDifference(await run(small, texts), await run(exact, texts))).toBeLessThan(0.01);
    expect(small.length / exact.length).toBeLessThan(0.3);
  });

  it("reads an empty text as one padding token and not as a division by zero", async () => {
    expect((await run(file("int8"), [[0]])).flat().every(Number.isFinite)).toBe(true);
  });

  it("gives the same bytes for the same weights", () => {
    expect(file("int8")).toEqual(file("int8"));
  });
});

describe("exporting weights that are wrong", () => {
  const weights = randomTransformer({ shape: SHAPE, model: { kind: "encoder", labels: 3 } });
  const withTensor = (name: string, values: Float32Array, shape: readonly number[]) => ({
    ...weights,
    tensors: { ...weights.tensors, [name]: { shape, values } },
  });

  it.each([
    [
      "of another shape",
      withTensor("finalNorm.gain", new Float32Array(8), [8]),
      /finalNorm\.gain is \(8\) where \(16\)/,
    ],
    [
      "not finite",
      withTensor("finalNorm.gain", new Float32Array(16).fill(Number.NaN), [16]),
      /finalNorm\.gain holds values that are not finite/,
    ],
    [
      "fewer than their shape says",
      withTensor("finalNorm.gain", new Float32Array(8), [16]),
      /has 8 values, which is not the size of \(16\)/,
    ],
  ])("refuses values that are %s", (_, wrong, message) => {
    expect(() => exportTransformer(wrong, { precision: "float32" })).toThrow(message);
  });

  it("refuses weights without one of their tensors", () => {
    const { tokens: _, ...tensors } = weights.tensors;
    expect(() => exportTransformer({ ...weights, tensors }, { precision: "int8" })).toThrow(/tokens is missing/);
  });
});
