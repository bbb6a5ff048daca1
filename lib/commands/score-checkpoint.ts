import { z } from "zod";
import { readJsonLines } from "@/lib/datasets/read-json-lines";
import type { ModelPair } from "@/lib/domain/model-pair";
import { RoutingError } from "@/lib/domain/routing-error";
import type { WinRate } from "@/lib/domain/win-rate";
import { createProviders } from "@/lib/gateway/providers";
import {
  createMatrixFactorizationScorer,
  type MatrixFactorizationWeights,
} from "@/lib/routers/matrix-factorization-router";
import { readProviderSettings } from "@/lib/runtime/env";
import { promptLineSchema } from "@/lib/schemas/files/prompt-line";
import { createScoreLineSchemas } from "@/lib/schemas/files/score-lines";
import { createReleasedFactorization, RELEASED_EMBEDDINGS } from "@/lib/serving/released-factorization";
import { SLOW_MODEL_RETRY } from "@/lib/serving/served-routers";

/**
 * Win rates by a released checkpoint: of embeddings, or of texts that an endpoint embeds.
 *
 * @param embeddings `provider/model` that texts are sent to; undefined for that of the released checkpoints.
 * @throws RoutingError on embeddings where the file has no texts, on a line that is not of the first one's kind, or an endpoint that fails.
 */
export async function scoreCheckpoint(request: {
  readonly weights: MatrixFactorizationWeights;
  readonly pair: ModelPair;
  readonly promptsPath: string;
  readonly embeddings: string | undefined;
}): Promise<readonly WinRate[]> {
  const { weights, pair, promptsPath, embeddings } = request;
  const { promptLine } = createScoreLineSchemas({ dimensions: weights.dimensions, source: "the checkpoint" });
  const [first] = await readJsonLines(promptsPath, z.unknown());
  const isText = typeof first === "object" && first !== null && "prompt" in first && !("embedding" in first);
  if (!isText) {
    if (embeddings !== undefined) {
      const message = `has no effect: ${promptsPath} holds embeddings and no texts.`;
      throw new RoutingError({ code: "invalid_argument", parameter: "--embeddings", message });
    }
    const score = createMatrixFactorizationScorer(weights, pair);
    return (await readJsonLines(promptsPath, promptLine)).map(({ embedding }) => score(embedding));
  }
  const prompts = (await readJsonLines(promptsPath, promptLineSchema)).map(({ prompt }) => prompt);
  const createRouter = createReleasedFactorization({
    weights,
    pair,
    embeddings: embeddings ?? RELEASED_EMBEDDINGS,
    parameter: "--embeddings",
    providers: createProviders(readProviderSettings()),
  });
  return createRouter(SLOW_MODEL_RETRY).scoreBatch(prompts);
}
