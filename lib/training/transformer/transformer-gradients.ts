import { defaultDevice, init, jit, nn, numpy as np, valueAndGrad } from "@jax-js/jax";
import { transformerShapes } from "@/lib/domain/transformer-shapes";
import type { TransformerKind, TransformerShape } from "@/lib/domain/transformer-weights";
import { gatherRows, scatterRows } from "@/lib/math/token-rows";
import type { TokenBatch } from "./token-batches";
import { type Parameters, transformerLogits } from "./transformer-network";

type Values = Readonly<Record<string, Float64Array>>;

export type Gradients = {
  /** By parameter name, each of the parameter's length. */
  readonly of: Readonly<Record<string, Float32Array>>;
  /** Euclidean length of all of them together. */
  readonly norm: number;
};

export type CompiledTransformer = {
  /** Gradient of the batch's mean cross-entropy. `isHidden` is asked once a token, in order. */
  gradients(options: { parameters: Values; batch: TokenBatch; isHidden: () => boolean }): Promise<Gradients>;
  /** Sum of the batch's cross-entropies, in nats. */
  loss(options: { parameters: Values; batch: TokenBatch }): Promise<number>;
};

/** Arrays of one batch; `tokens` and `positions` are rows of the two tables, negative where there is none. */
type BatchArrays = {
  readonly tokens: Int32Array;
  readonly positions: Int32Array;
  readonly mask: Float32Array;
  readonly size: Float32Array;
  readonly targets: Float32Array;
};

type Inputs = { embedded: np.Array; mask: np.Array; size: np.Array; targets: np.Array };

/**
 * The network and its gradient on jax-js, compiled once a batch length. The look-up of token and position rows and its
 * gradient are done outside: a gather of a few rows is cheaper than a product with the whole table.
 */
export async function compileTransformer(options: {
  shape: TransformerShape;
  model: TransformerKind;
}): Promise<CompiledTransformer> {
  const { shape, model } = options;
  await init("wasm");
  defaultDevice("wasm");
  const shapes = transformerShapes(shape, model);
  // The encoder meets the token table in the look-up alone; the decoder reads its answer off it too.
  const inside = Object.keys(shapes).filter(
    (name) => name !== "positions" && (name !== "tokens" || model.kind === "decoder"),
  );
  const outputs = model.kind === "encoder" ? model.labels : shape.vocabulary;
  const targetPlaces = model.kind === "encoder" ? undefined : model.labelTokens;

  const crossEntropy =
    ({ length, sequences }: TokenBatch) =>
    (parameters: Parameters, inputs: Inputs) => {
      const { embedded, mask, size, targets } = inputs;
      const batch = { embedded, mask, size };
      const logits = transformerLogits({ shape, model, sequences, length, parameters, batch });
      return np.sum(nn.logSoftmax(logits, -1).mul(targets)).mul(-1);
    };
  const cached = <Compiled>(compile: (batch: TokenBatch) => Compiled) => {
    const byLength = new Map<number, Compiled>();
    return (batch: TokenBatch): Compiled => {
      const compiled = byLength.get(batch.length) ?? compile(batch);
      byLength.set(batch.length, compiled);
      return compiled;
    };
  };
  const differentiated = cached((batch) =>
    jit((parameters: Parameters, inputs: Inputs) =>
      valueAndGrad(
        (own: Parameters, embedded: np.Array, mask: np.Array, size: np.Array, targets: np.Array) =>
          crossEntropy(batch)(own, { embedded, mask, size, targets }),
        { argnums: [0, 1] },
      )(parameters, inputs.embedded, inputs.mask, inputs.size, inputs.targets),
    ),
  );
  const forward = cached((batch) => jit(crossEntropy(batch)));

  const upload = (parameters: Values): Parameters =>
    Object.fromEntries(
      inside.map((name) => [
        name,
        np.array(Float32Array.from(parameters[name] ?? [])).reshape([...(shapes[name] ?? [])]),
      ]),
    );
  const inputsOf = (batch: TokenBatch, parameters: Values, arrays: BatchArrays): Inputs => {
    const { sequences, length } = batch;
    const embedded = gatherRows({
      table: parameters.tokens ?? new Float64Array(),
      tokens: arrays.tokens,
      positionTable: parameters.positions ?? new Float64Array(),
      positions: arrays.positions,
      width: shape.width,
    });
    return {
      embedded: np.array(embedded).reshape([sequences, length, shape.width]),
      mask: np.array(arrays.mask).reshape([sequences, length]),
      size: np.array(arrays.size).reshape([sequences, 1]),
      targets: np.array(arrays.targets).reshape([sequences, outputs]),
    };
  };
  const arraysOf = (batch: TokenBatch, isHidden: () => boolean) =>
    batchArrays({ batch, outputs, targetPlaces, longest: shape.positions, isHidden });

  return {
    async gradients({ parameters, batch, isHidden }) {
      const arrays = arraysOf(batch, isHidden);
      const [loss, [inner, embedded]] = differentiated(batch)(upload(parameters), inputsOf(batch, parameters, arrays));
      loss.dispose();
      const share = 1 / batch.examples.length;
      const of: Record<string, Float32Array> = {};
      for (const name of inside) of[name] = scaled(await floats(inner[name]), share);
      const fromTokens = scaled(await floats(embedded), share);
      const { width } = shape;
      of.tokens ??= new Float32Array(shape.vocabulary * width);
      of.positions = new Float32Array(shape.positions * width);
      scatterRows({ sum: of.tokens, rows: arrays.tokens, gradient: fromTokens, width });
      scatterRows({ sum: of.positions, rows: arrays.positions, gradient: fromTokens, width });
      return { of, norm: Math.sqrt(Object.values(of).reduce((sum, values) => sum + squares(values), 0)) };
    },
    async loss({ parameters, batch }) {
      const arrays = arraysOf(batch, () => false);
      const [sum = Number.NaN] = await floats(forward(batch)(upload(parameters), inputsOf(batch, parameters, arrays)));
      return sum;
    },
  };
}

/** Reads an array back and frees it. */
async function floats(array: np.Array | undefined): Promise<Float32Array> {
  const data = await array?.data();
  if (!(data instanceof Float32Array))
    throw new TypeError("The network answered with something else than 32-bit floats");
  return data;
}

const scaled = (values: Float32Array, factor: number): Float32Array => values.map((value) => value * factor);

const squares = (values: Float32Array): number => values.reduce((sum, value) => sum + value * value, 0);

/** A row without an example holds one masked-in token of no meaning and a target of zeros: it adds nothing. */
function batchArrays(options: {
  batch: TokenBatch;
  outputs: number;
  targetPlaces: readonly number[] | undefined;
  longest: number;
  isHidden: () => boolean;
}): BatchArrays {
  const { batch, outputs, targetPlaces, longest, isHidden } = options;
  const { sequences, length } = batch;
  const tokens = new Int32Array(sequences * length).fill(-1);
  const positions = new Int32Array(sequences * length).fill(-1);
  const mask = new Float32Array(sequences * length);
  const size = new Float32Array(sequences);
  const targets = new Float32Array(sequences * outputs);
  for (let row = 0; row < sequences; row += 1) {
    const example = batch.examples[row];
    mask[row * length] = 1;
    example?.tokens.forEach((token, position) => {
      const place = row * length + position;
      tokens[place] = isHidden() ? -1 : token;
      positions[place] = position;
      mask[place] = 1;
    });
    size[row] = Math.log(example?.tokens.length ?? 1) / Math.log(longest);
    example?.target.forEach((probability, label) => {
      targets[row * outputs + (targetPlaces?.[label] ?? label)] = probability;
    });
  }
  return { tokens, positions, mask, size, targets };
}
