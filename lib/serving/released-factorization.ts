import { basename } from "node:path";
import type { ModelPair } from "@/lib/domain/model-pair";
import { RoutingError } from "@/lib/domain/routing-error";
import { createRemoteEmbedder } from "@/lib/embeddings/remote-embedder";
import { createTextEmbedding } from "@/lib/gateway/embed-texts";
import type { Providers } from "@/lib/gateway/providers";
import type { RetryPolicy } from "@/lib/gateway/retry-with-backoff";
import { readReleasedCheckpoint } from "@/lib/packing/read-released-checkpoint";
import {
  createMatrixFactorizationRouter,
  type MatrixFactorizationWeights,
} from "@/lib/routers/matrix-factorization-router";
import type { Router } from "@/lib/routers/router";
import type { AlternativeSettings } from "@/lib/runtime/alternative-settings";
import { type Alternative, forVariable, readOwnCalibration } from "./alternative";

/** What the released checkpoint was trained with (lm-sys/RouteLLM, routellm/routers/matrix_factorization/model.py). */
export const RELEASED_EMBEDDINGS = "openai/text-embedding-3-small";

/**
 * Rows of the paper's pair in the released checkpoint: gpt-4-1106-preview is 24 and mixtral-8x7b-instruct-v0.1 is 36 in
 * MODEL_IDS of the same file.
 */
export const RELEASED_PAIR: ModelPair = { strong: "24", weak: "36" };

/** A checkpoint's router with embeddings from an endpoint. @throws RoutingError naming `parameter` where that cannot be. */
export function createReleasedFactorization(options: {
  readonly weights: MatrixFactorizationWeights;
  readonly pair: ModelPair;
  readonly embeddings: string;
  readonly parameter: string;
  readonly providers: Providers;
}): (patience: RetryPolicy) => Router {
  const { weights, pair, embeddings, parameter, providers } = options;
  const model = providers.embeddings(embeddings, parameter);
  return (patience) =>
    createMatrixFactorizationRouter({
      weights,
      pair,
      embedder: createRemoteEmbedder({
        embed: createTextEmbedding({ model, parameter, patience, redact: providers.redact }),
        dimensions: weights.dimensions,
        source: model.id,
      }),
    });
}

/** @throws RoutingError if `index` is no row of the checkpoint. */
export function checkModelRow(weights: MatrixFactorizationWeights, index: string, parameter: string): void {
  if (Object.hasOwn(weights.modelIndices, index)) return;
  const last = Object.keys(weights.modelIndices).length - 1;
  throw new RoutingError({
    code: "invalid_argument",
    parameter,
    message: `${parameter} must be a model's index from 0 to ${last}, but it was "${index}".`,
  });
}

/** Reads and checks everything but the network. */
export async function loadReleasedFactorization(
  settings: NonNullable<AlternativeSettings["mf"]>,
  providers: Providers,
): Promise<Alternative> {
  const { checkpoint, embeddings = RELEASED_EMBEDDINGS, strong, weak } = settings;
  const weights = await forVariable("ROUTELLM_MF_CHECKPOINT", () => readReleasedCheckpoint(checkpoint));
  const pair = {
    strong: strong === undefined ? RELEASED_PAIR.strong : String(strong),
    weak: weak === undefined ? RELEASED_PAIR.weak : String(weak),
  };
  checkModelRow(weights, pair.strong, "ROUTELLM_MF_STRONG");
  checkModelRow(weights, pair.weak, "ROUTELLM_MF_WEAK");
  const models = Object.keys(weights.modelIndices).length;
  return {
    routerId: "mf",
    isRemote: true,
    createRouter: createReleasedFactorization({
      weights,
      pair,
      embeddings,
      parameter: "ROUTELLM_MF_EMBEDDINGS",
      providers,
    }),
    calibration: await readOwnCalibration(settings.calibration, "ROUTELLM_MF_CALIBRATION"),
    card: {
      what: `Your checkpoint ${basename(checkpoint)}: ${models} models, ${weights.hidden} hidden dimensions; the pair is its rows ${pair.strong} (strong) and ${pair.weak} (weak).`,
      trainedOn:
        "As its makers say; the released ones on Arena battles, some of them with judged or golden ones added.",
      runsOn: `The dot product here; the prompt is sent to ${embeddings} for its embedding of ${weights.dimensions} numbers.`,
    },
  };
}
