import type { ArtifactManifest } from "@/lib/schemas/artifacts/artifact-manifest";
import { digest } from "@/lib/storage/check-artifacts";

/** The artifacts that decide a win rate. */
const WEIGHTS = [
  ...["bert.onnx", "causal-llm-instruction.txt", "causal-llm.onnx", "encoder.json", "length.json", "mf.json"],
  ...["reliability.json", "sw-ranking.json", "tokenizer.json", "transformers.json"],
];

/** One name for the weights of a set of artifacts: figures that carry it were scored by these and no others. */
export function weightsDigest({ files }: ArtifactManifest): string {
  const listed = files.filter(({ path }) => WEIGHTS.includes(path)).map(({ path, sha256 }) => `${path} ${sha256}\n`);
  return digest(Buffer.from(listed.sort().join("")));
}
