import { stat } from "node:fs/promises";
import { join } from "node:path";
import { openDecoder, openEncoder } from "@/lib/inference/open-transformer";
import { readTokenizer } from "@/lib/inference/read-tokenizer";
import type { SessionPool } from "@/lib/inference/session-pool";
import type { TransformerModels } from "@/lib/routers/registry";
import { type TransformersArtifact, transformersArtifactSchema } from "@/lib/schemas/artifacts/transformers-artifact";
import { artifactUnusable } from "@/lib/storage/artifact-unusable";
import { digest } from "@/lib/storage/check-artifacts";
import { readArtifact } from "@/lib/storage/read-artifact";
import { readArtifactFile } from "@/lib/storage/read-artifact-file";

/** The artifacts of both transformers by path, as they are written: they belong together and are replaced together. */
export type TransformerArtifacts = {
  readonly "bert.onnx": Uint8Array;
  readonly "causal-llm.onnx": Uint8Array;
  /** Hugging Face's format, as text. */
  readonly "tokenizer.json": string;
  /** A text with `{prompt}` where the prompt belongs. */
  readonly "causal-llm-instruction.txt": string;
  readonly "transformers.json": TransformersArtifact;
};

export const TRANSFORMER_PATHS = [
  "bert.onnx",
  "causal-llm.onnx",
  "tokenizer.json",
  "causal-llm-instruction.txt",
  "transformers.json",
] as const satisfies readonly (keyof TransformerArtifacts)[];

/** @throws RoutingError `artifact_unusable` that names the first file that is missing or cannot be read. */
export async function readTransformerArtifacts(directory: string): Promise<TransformerArtifacts> {
  const read = (path: keyof TransformerArtifacts) => readArtifactFile({ directory, path });
  const [settings, bert, causal, tokenizer, instruction] = await Promise.all([
    readArtifact({ directory, path: "transformers.json", schema: transformersArtifactSchema }),
    read("bert.onnx"),
    read("causal-llm.onnx"),
    read("tokenizer.json"),
    read("causal-llm-instruction.txt"),
  ]);
  return {
    "bert.onnx": bert,
    "causal-llm.onnx": causal,
    "tokenizer.json": tokenizer.toString("utf8"),
    "causal-llm-instruction.txt": instruction.toString("utf8"),
    "transformers.json": settings,
  };
}

/**
 * What a training that leaves the transformers alone keeps: those of the folder it replaces, or, where that holds none,
 * those that the app reads now.
 * @throws RoutingError `artifact_unusable` if neither folder has them all, or if one of the files is damaged.
 */
export async function keptTransformerArtifacts(folders: {
  replaced: string;
  current: string;
}): Promise<TransformerArtifacts> {
  const { replaced, current } = folders;
  const present = await Promise.all(
    TRANSFORMER_PATHS.map((path) => isFile(join(/* turbopackIgnore: true */ replaced, path))),
  );
  return readTransformerArtifacts(present.some(Boolean) ? replaced : current);
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/**
 * Opens both models, each with a trial run.
 * @param options.directory where the artifacts lie or will lie; for messages.
 * @throws RoutingError `artifact_unusable` that names the first file that is not what it should be, and the remedy.
 */
export async function openTransformers(
  artifacts: TransformerArtifacts,
  { directory, pool }: { directory: string; pool: SessionPool },
): Promise<TransformerModels> {
  const refuse = (path: keyof TransformerArtifacts) => (problem: string) =>
    artifactUnusable({ directory, path, problem });
  const fileOf = (path: "bert.onnx" | "causal-llm.onnx") => ({ name: digest(artifacts[path]), bytes: artifacts[path] });
  const { bert, causal_llm } = artifacts["transformers.json"];
  const reader = readTokenizer(artifacts["tokenizer.json"], refuse("tokenizer.json"));
  const encoder = await openEncoder({
    pool,
    reader,
    file: fileOf("bert.onnx"),
    positions: bert.positions,
    labels: bert.labels.length,
    refuse: refuse("bert.onnx"),
  });
  const decoder = await openDecoder({
    pool,
    reader,
    file: fileOf("causal-llm.onnx"),
    positions: causal_llm.positions,
    labels: causal_llm.labels,
    instruction: artifacts["causal-llm-instruction.txt"],
    refuse: refuse("causal-llm.onnx"),
    refuseTokenizer: refuse("tokenizer.json"),
    refuseInstruction: refuse("causal-llm-instruction.txt"),
  });
  return {
    bert: { model: encoder, strongLabels: bert.strongLabels },
    causal_llm: { model: decoder },
  };
}
