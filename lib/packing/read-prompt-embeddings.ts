import {
  type PromptEmbeddingsArtifact,
  promptEmbeddingsArtifactSchema,
} from "@/lib/schemas/artifacts/prompt-embeddings-artifact";
import { artifactUnusable } from "@/lib/storage/artifact-unusable";
import { readArtifact } from "@/lib/storage/read-artifact";
import { readBenchmarkArtifact } from "@/lib/storage/read-benchmark-artifact";
import { readCalibrationArtifact } from "@/lib/storage/read-calibration-artifact";

export const PROMPT_EMBEDDINGS_PATH = "prompt-embeddings.json";

/**
 * What the encoder made of each benchmark question and calibration prompt.
 * @throws RoutingError `artifact_unusable`, also where they are not those of the files beside it.
 */
export async function readPromptEmbeddings(directory: string): Promise<PromptEmbeddingsArtifact> {
  const path = PROMPT_EMBEDDINGS_PATH;
  const embeddings = await readArtifact({ directory, path, schema: promptEmbeddingsArtifactSchema });
  const rows = {
    mmlu: (await readBenchmarkArtifact(directory, "mmlu")).ids.length,
    gsm8k: (await readBenchmarkArtifact(directory, "gsm8k")).ids.length,
    "mt-bench": (await readBenchmarkArtifact(directory, "mt-bench")).ids.length,
    calibration: (await readCalibrationArtifact(directory)).characters.length,
  };
  for (const name of ["mmlu", "gsm8k", "mt-bench", "calibration"] as const) {
    const { length } = embeddings[name].groups;
    if (length === rows[name]) continue;
    throw artifactUnusable({
      directory,
      path,
      problem: `has ${length} prompts of ${name} where there are ${rows[name]}`,
    });
  }
  return embeddings;
}
