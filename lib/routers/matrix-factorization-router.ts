import type { ModelPair } from "@/lib/domain/model-pair";
import { toWinRate, type WinRate } from "@/lib/domain/win-rate";
import type { Embedder } from "@/lib/embeddings/embedder";
import { isExplainingEmbedder } from "@/lib/embeddings/explaining-embedder";
import { dot } from "@/lib/math/dot";
import { sigmoid } from "@/lib/math/sigmoid";
import { unitVector } from "@/lib/math/unit-vector";
import { checkEmbedding } from "./check-embedding";
import type { ExplainingRouter } from "./explaining-router";
import { findPair } from "./find-pair";
import type { Router } from "./router";

/**
 * The bilinear score δ(M, q) = w · (P̂[M] ⊙ (W·e_q)), where P̂[M] is model M's vector scaled to length 1.
 * k hidden dimensions, d embedding dimensions, v vectors. Plain numbers, so that it survives JSON.
 */
export type MatrixFactorizationWeights = {
  /** Row of `modelVectors` that stands for each model; models may share one. */
  readonly modelIndices: Readonly<Record<string, number>>;
  /** k */
  readonly hidden: number;
  /** d */
  readonly dimensions: number;
  /** P (v × k) row-major, not normalised. */
  readonly modelVectors: readonly number[];
  /** W (k × d) row-major. */
  readonly projection: readonly number[];
  /** w (k). */
  readonly classifier: readonly number[];
};

/**
 * For a fixed pair the model is one dot product. With u = w ⊙ (P̂[strong] − P̂[weak]):
 *
 *   δ(strong, q) − δ(weak, q) = Σₖ wₖ (P̂[strong]ₖ − P̂[weak]ₖ) (W·e_q)ₖ = u · (W·e_q) = (Wᵀu) · e_q,
 *
 * because every step is linear in e_q (there is neither a bias nor a non-linearity before the final logistic).
 * @returns (d) Wᵀu, whose product with an embedding is the log-odds that the strong model wins.
 */
function collapsePair(
  weights: MatrixFactorizationWeights,
  { strong, weak }: { readonly strong: number; readonly weak: number },
): Float64Array {
  const { hidden, dimensions, modelVectors, projection, classifier } = weights;
  const vectorOf = (index: number) => unitVector(modelVectors.slice(index * hidden, (index + 1) * hidden));
  const strongVector = vectorOf(strong);
  const weakVector = vectorOf(weak);
  const collapsed = new Float64Array(dimensions);
  for (let k = 0; k < hidden; k++) {
    const factor = (classifier[k] ?? 0) * ((strongVector[k] ?? 0) - (weakVector[k] ?? 0));
    for (let column = 0; column < dimensions; column++) {
      collapsed[column] = (collapsed[column] ?? 0) + factor * (projection[k * dimensions + column] ?? 0);
    }
  }
  return collapsed;
}

/**
 * Matrix factorization: win rate σ(δ(strong, q) − δ(weak, q)), one dot product a prompt (see `collapsePair`). Two models
 * that share a vector score 0.5 on everything.
 * @throws RoutingError if a model of the pair was not in training.
 */
export function createMatrixFactorizationScorer(
  weights: MatrixFactorizationWeights,
  pair: ModelPair,
): (vector: ArrayLike<number>) => WinRate {
  const direction = collapsePair(weights, findPair(weights.modelIndices, pair));
  return (vector) => {
    checkEmbedding(vector, weights.dimensions);
    return toWinRate(sigmoid(dot(direction, vector)));
  };
}

/**
 * The scorer behind an embedder; with one that can explain its vectors, it says what the log-odds are the sum of.
 * @throws RoutingError if a model of the pair was not in training.
 */
export function createMatrixFactorizationRouter(request: {
  readonly weights: MatrixFactorizationWeights;
  readonly pair: ModelPair;
  readonly embedder: Embedder;
}): Router {
  const { weights, pair, embedder } = request;
  const score = createMatrixFactorizationScorer(weights, pair);
  const router: Router = {
    id: "mf",
    async scoreBatch(prompts) {
      return (await embedder.embedBatch(prompts)).map(({ vector }) => score(vector));
    },
  };
  if (!isExplainingEmbedder(embedder)) return router;
  const direction = collapsePair(weights, findPair(weights.modelIndices, pair));
  const explaining: ExplainingRouter = {
    ...router,
    async explain(prompt) {
      const { embedding, parts } = embedder.explain(prompt);
      return {
        kind: "mf",
        winRate: score(embedding.vector),
        scale: null,
        parts: parts.map(({ column, ...part }) => ({ ...part, value: (direction[column] ?? 0) * part.value })),
      };
    },
  };
  return explaining;
}
