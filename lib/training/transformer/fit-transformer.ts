import type { Tensor, TransformerKind, TransformerShape, TransformerWeights } from "@/lib/domain/transformer-weights";
import { type Adam, type AdamMemory, createAdam } from "@/lib/math/adam";
import { createRandom } from "@/lib/math/seeded-random";
import { type TokenBatch, type TransformerExample, tokenBatches } from "./token-batches";
import { compileTransformer, type Gradients } from "./transformer-gradients";
import { initialParameters } from "./transformer-parameters";

export type TransformerSchedule = {
  /** Times that every example is read, at most. */
  readonly epochs: number;
  readonly tokensPerBatch: number;
  /** Highest learning rate: reached after the warm-up, then down to 0 by half a cosine. */
  readonly learningRate: number;
  readonly warmupSteps: number;
  /** Share of tokens whose row is hidden at a step, so that no prompt is known by one word. */
  readonly tokenDropout: number;
  /** Steps between two looks at the held-out examples. */
  readonly stepsPerLook: number;
  /** Looks without a lower held-out loss after which training ends. */
  readonly patience: number;
};

/** Everything that training needs to go on where it was. Arrays are live: write them down before the next step. */
export type TransformerState = {
  readonly step: number;
  readonly parameters: Readonly<Record<string, Float64Array>>;
  readonly memories: Readonly<Record<string, AdamMemory>>;
  readonly best: {
    readonly loss: number;
    readonly looksSince: number;
    readonly parameters: Readonly<Record<string, Float64Array>>;
  };
};

/** Mean cross-entropies in nats; `heldLoss` is there after a look. */
export type TransformerProgress = {
  readonly step: number;
  readonly steps: number;
  readonly heldLoss: number | undefined;
};

/** Longest gradient (Euclidean, all parameters); a longer one is shortened to it. */
const GRADIENT_LIMIT = 1;

/**
 * Fits a small transformer to soft labels: mean cross-entropy, Adam, one pass over batches of like length after another,
 * ended early when the held-out examples stop improving; the parameters with the lowest held-out loss are kept. A pure
 * function of the examples and the seed, also when it is taken up again from a state.
 * @param options.held examples that the fit never learns from.
 * @param options.resume where an interrupted fit of the same examples and seed was.
 * @param options.keep is given the state after every look, to be written down.
 */
export async function fitTransformer(options: {
  shape: TransformerShape;
  model: TransformerKind;
  schedule: TransformerSchedule;
  examples: readonly TransformerExample[];
  held: readonly TransformerExample[];
  seed: number;
  resume?: TransformerState | undefined;
  report?: (progress: TransformerProgress) => void;
  keep?: (state: TransformerState) => Promise<void>;
}): Promise<TransformerWeights> {
  const { shape, model, schedule, examples, held, seed, resume } = options;
  const initial = initialParameters({ shape, model, random: createRandom(seed) });
  const names = Object.keys(initial);
  const parameters = resume?.parameters ?? copyOf(initial);
  const optimizers = new Map<string, Adam>(
    names.map((name) => [name, createAdam(parameters[name] ?? new Float64Array(), 0, resume?.memories[name])]),
  );
  const network = await compileTransformer({ shape, model });
  const heldBatches = tokenBatches(held, { tokensPerBatch: schedule.tokensPerBatch });
  const epochs = Array.from(
    { length: schedule.epochs },
    (_, epoch) => () => tokenBatches(examples, { tokensPerBatch: schedule.tokensPerBatch, seed: seed * 1000 + epoch }),
  );
  const steps = schedule.epochs * tokenBatches(examples, { tokensPerBatch: schedule.tokensPerBatch }).length;
  let best = resume?.best ?? { loss: Number.POSITIVE_INFINITY, looksSince: 0, parameters: copyOf(initial) };
  let step = 0;
  for (const batchesOf of epochs) {
    for (const batch of batchesOf()) {
      step += 1;
      if (step <= (resume?.step ?? 0)) continue;
      const hidden = createRandom(seed * 1_000_003 + step);
      const gradients = await network.gradients({
        parameters,
        batch,
        isHidden: () => hidden() < schedule.tokenDropout,
      });
      move({ optimizers, gradients, learningRate: learningRateAt({ step, steps, schedule }) });
      const looks = step % schedule.stepsPerLook === 0 || step === steps;
      if (!looks) {
        options.report?.({ step, steps, heldLoss: undefined });
        continue;
      }
      const loss = await meanLoss({ network, parameters, batches: heldBatches });
      best =
        loss < best.loss
          ? { loss, looksSince: 0, parameters: clone(parameters) }
          : { ...best, looksSince: best.looksSince + 1 };
      options.report?.({ step, steps, heldLoss: loss });
      const memories = Object.fromEntries([...optimizers].map(([name, optimizer]) => [name, optimizer.memory]));
      await options.keep?.({ step, parameters, memories, best });
      if (best.looksSince >= schedule.patience)
        return weightsOf({ shape, model, initial, parameters: best.parameters });
    }
  }
  return weightsOf({ shape, model, initial, parameters: best.parameters });
}

function learningRateAt(options: { step: number; steps: number; schedule: TransformerSchedule }): number {
  const { step, steps, schedule } = options;
  const warmth = Math.min(1, step / schedule.warmupSteps);
  return schedule.learningRate * warmth * (0.5 + 0.5 * Math.cos((Math.PI * step) / steps));
}

function move(options: { optimizers: ReadonlyMap<string, Adam>; gradients: Gradients; learningRate: number }): void {
  const { optimizers, gradients, learningRate } = options;
  const scale = Math.min(1, GRADIENT_LIMIT / gradients.norm);
  for (const [name, optimizer] of optimizers) {
    const gradient = gradients.of[name];
    if (gradient === undefined) throw new TypeError(`No gradient came back for the parameter ${name}`);
    optimizer.step(
      gradient.map((value) => value * scale),
      learningRate,
    );
  }
}

async function meanLoss(options: {
  network: Awaited<ReturnType<typeof compileTransformer>>;
  parameters: Readonly<Record<string, Float64Array>>;
  batches: readonly TokenBatch[];
}): Promise<number> {
  const { network, parameters, batches } = options;
  let sum = 0;
  let count = 0;
  for (const batch of batches) {
    sum += await network.loss({ parameters, batch });
    count += batch.examples.length;
  }
  return sum / count;
}

const copyOf = (tensors: Readonly<Record<string, Tensor>>): Record<string, Float64Array> =>
  Object.fromEntries(Object.entries(tensors).map(([name, { values }]) => [name, Float64Array.from(values)]));

const clone = (parameters: Readonly<Record<string, Float64Array>>): Record<string, Float64Array> =>
  Object.fromEntries(Object.entries(parameters).map(([name, values]) => [name, values.slice()]));

function weightsOf(options: {
  shape: TransformerShape;
  model: TransformerKind;
  initial: Readonly<Record<string, Tensor>>;
  parameters: Readonly<Record<string, Float64Array>>;
}): TransformerWeights {
  const { shape, model, initial, parameters } = options;
  return {
    shape,
    model,
    tensors: Object.fromEntries(
      Object.entries(initial).map(([name, tensor]) => [
        name,
        { shape: tensor.shape, values: Float32Array.from(parameters[name] ?? []) },
      ]),
    ),
  };
}
