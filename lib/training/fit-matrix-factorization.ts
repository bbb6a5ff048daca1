import { RoutingError } from "@/lib/domain/routing-error";
import { createAdam } from "@/lib/math/adam";
import { createRandomNormal } from "@/lib/math/random-normal";
import { shuffle } from "@/lib/math/shuffle";
import { checkEmbedding } from "@/lib/routers/check-embedding";
import type { MatrixFactorizationWeights } from "@/lib/routers/matrix-factorization-router";
import { checkBattle } from "@/lib/training/solvers/fit-bradley-terry";
import type { EmbeddedBattle } from "./fit-similarity-weighted";
import { addMatrixFactorizationGradient, type MatrixFactorizationParameters } from "./matrix-factorization-gradient";

export type MatrixFactorizationOptions = {
  /** Row of the model vectors for each model, 0 … v − 1; models that share a row (a tier) share what is learned. */
  readonly modelIndices: Readonly<Record<string, number>>;
  /** Seeded uniform numbers in [0, 1): start, order of battles and noise. */
  readonly random: () => number;
  /** k, the length of a model vector. */
  readonly hidden?: number;
  readonly epochs?: number;
  readonly batchSize?: number;
  /** Falls linearly from the first to the last step. */
  readonly learningRate?: { readonly first: number; readonly last: number };
  readonly weightDecay?: number;
  /** Standard deviation of the noise added to every embedding entry at every visit, against overfitting. */
  readonly inputNoise?: number;
  /** Called after each epoch with its mean loss (nats a battle). */
  readonly onEpoch?: (progress: { readonly epoch: number; readonly loss: number }) => void;
};

const LAST_RATE = 1e-5;

/**
 * Learns δ(M, q) = w · (P̂[M] ⊙ (W·e_q)) by minimising the weighted binary cross-entropy of σ(δ(A) − δ(B)) against
 * outcomes in [0, 1], with Adam on mini-batches. A batch's gradient is the weighted mean over its battles, so that
 * doubling all weights changes nothing.
 */
export function fitMatrixFactorization(
  battles: readonly EmbeddedBattle[],
  options: MatrixFactorizationOptions,
): MatrixFactorizationWeights {
  const { modelIndices, random, hidden = 32, epochs = 12, batchSize = 64, weightDecay = 1e-4 } = options;
  const { inputNoise = 0.1, learningRate = { first: 3e-3, last: LAST_RATE }, onEpoch } = options;
  const dimensions = battles[0]?.embedding.vector.length;
  if (dimensions === undefined) {
    throw new RoutingError({ code: "invalid_data", parameter: "battles", message: "At least one battle is needed." });
  }
  const examples = battles.map((battle, index) => {
    checkBattle(battle, index);
    checkEmbedding(battle.embedding.vector, dimensions);
    return { ...battle, a: rowOf(modelIndices, battle.modelA), b: rowOf(modelIndices, battle.modelB) };
  });
  const normal = createRandomNormal(random);
  const rows = Math.max(...Object.values(modelIndices)) + 1;
  const parameters = start({ rows, hidden, dimensions, random, normal });
  const gradient: MatrixFactorizationParameters = {
    modelVectors: new Float64Array(rows * hidden),
    projection: new Float64Array(hidden * dimensions),
    classifier: new Float64Array(hidden),
  };
  const keys = ["modelVectors", "projection", "classifier"] as const;
  const optimisers = keys.map((key) => ({ key, adam: createAdam(parameters[key], weightDecay) }));
  const totalWeight = battles.reduce((sum, { weight }) => sum + weight, 0);
  const order = Int32Array.from(examples, (_, index) => index);
  const input = new Float64Array(dimensions);
  const steps = epochs * Math.ceil(examples.length / batchSize);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (let from = 0; from < order.length; from += batchSize) {
      const batch = order.subarray(from, from + batchSize);
      let batchWeight = 0;
      for (const index of batch) batchWeight += examples[index]?.weight ?? 0;
      for (const key of keys) gradient[key].fill(0);
      for (const index of batch) {
        const example = examples[index];
        if (!example || batchWeight === 0) continue;
        for (let column = 0; column < dimensions; column++) {
          input[column] = (example.embedding.vector[column] ?? 0) + (inputNoise === 0 ? 0 : inputNoise * normal());
        }
        const { a, b, outcome } = example;
        const weight = example.weight / batchWeight;
        loss += batchWeight * addMatrixFactorizationGradient(parameters, gradient, { input, a, b, outcome, weight });
      }
      const rate = learningRate.first + ((learningRate.last - learningRate.first) * step) / Math.max(1, steps - 1);
      for (const { key, adam } of optimisers) adam.step(gradient[key], rate);
      step++;
    }
    onEpoch?.({ epoch, loss: totalWeight > 0 ? loss / totalWeight : 0 });
  }
  return {
    modelIndices,
    hidden,
    dimensions,
    modelVectors: [...parameters.modelVectors],
    projection: [...parameters.projection],
    classifier: [...parameters.classifier],
  };
}

function rowOf(modelIndices: Readonly<Record<string, number>>, model: string): number {
  const row = Object.hasOwn(modelIndices, model) ? modelIndices[model] : undefined;
  if (row !== undefined && Number.isInteger(row) && row >= 0) return row;
  throw new RoutingError({
    code: "invalid_argument",
    parameter: "modelIndices",
    message: `Every model of a battle needs a row, a whole number from 0, but "${model}" has ${row ?? "none"}.`,
  });
}

/** P ~ N(0, 1) as torch's embeddings, W ~ N(0, 0.1²), w uniform in ±1/√k as torch's linear layers. */
function start(request: {
  readonly rows: number;
  readonly hidden: number;
  readonly dimensions: number;
  readonly random: () => number;
  readonly normal: () => number;
}): MatrixFactorizationParameters {
  const { rows, hidden, dimensions, random, normal } = request;
  const bound = 1 / Math.sqrt(hidden);
  return {
    modelVectors: Float64Array.from({ length: rows * hidden }, () => normal()),
    projection: Float64Array.from({ length: hidden * dimensions }, () => 0.1 * normal()),
    classifier: Float64Array.from({ length: hidden }, () => bound * (2 * random() - 1)),
  };
}
