import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exportTransformer } from "@/lib/onnx/export-transformer";
import { QUALITY_LABELS } from "@/lib/routers/causal-llm-router";
import { randomTransformer } from "./random-transformer";
import { smallTokenizer, smallVocabulary } from "./small-tokenizer";

const POSITIONS = 96;

/** The artifacts of two transformers nobody trained, over a tokenizer of bytes. @param options.seed other weights. */
export function smallTransformers({
  seed = 1,
  precision = "int8",
}: {
  readonly seed?: number;
  readonly precision?: "int8" | "float32";
} = {}) {
  const shape = { vocabulary: smallVocabulary(), width: 16, heads: 2, layers: 1, inner: 32, positions: POSITIONS };
  const make = (model: Parameters<typeof randomTransformer>[0]["model"], offset: number) =>
    exportTransformer(randomTransformer({ shape, model, seed: 2 * seed + offset }), { precision });
  const [one, two, three, four, five] = QUALITY_LABELS;
  return {
    "bert.onnx": make({ kind: "encoder", labels: 3 }, 0),
    "causal-llm.onnx": make({ kind: "decoder", labelTokens: [1, 2, 3, 4, 5] }, 1),
    "tokenizer.json": JSON.stringify(smallTokenizer()),
    "causal-llm-instruction.txt": "Rate: {prompt} =",
    "transformers.json": {
      schemaVersion: 1 as const,
      bert: { positions: POSITIONS, rounding: 0, labels: ["strong wins", "tie", "weak wins"], strongLabels: [0] },
      causal_llm: {
        positions: POSITIONS,
        rounding: 0,
        labels: [one, two, three, four, five] satisfies string[] as [string, string, string, string, string],
      },
    },
  };
}

/** Writes them into a folder, which is made where there is none, as training does. */
export async function writeSmallTransformers(folder: string, artifacts = smallTransformers()): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [path, content] of Object.entries(artifacts)) {
    const plain = content instanceof Uint8Array || typeof content === "string";
    await writeFile(join(folder, path), plain ? content : JSON.stringify(content));
  }
}
