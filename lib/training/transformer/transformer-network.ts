import { nn, numpy as np } from "@jax-js/jax";
import type { TransformerKind, TransformerShape } from "@/lib/domain/transformer-weights";

/** Arrays of jax-js by parameter name. Every use but the last of an array goes through `.ref`: they are counted by hand. */
export type Parameters = Record<string, np.Array>;

/** One batch of sequences, padded at the right. */
export type NetworkBatch = {
  /** (sequences, length, width) token rows plus position rows. */
  embedded: np.Array;
  /** (sequences, length) 1 for a token, 0 for padding. */
  mask: np.Array;
  /** (sequences, 1) ln(tokens) / ln(positions). */
  size: np.Array;
};

const NORM_EPSILON = 1e-5;
const MASKED = 1e9;

/**
 * The network's logits, before the softmax: of the labels (encoder) or of every token as the next one (decoder).
 * @returns (sequences, labels) or (sequences, vocabulary).
 */
export function transformerLogits(options: {
  shape: TransformerShape;
  model: TransformerKind;
  sequences: number;
  length: number;
  parameters: Parameters;
  batch: NetworkBatch;
}): np.Array {
  const { shape, model, sequences, length, parameters, batch } = options;
  const { width, heads, layers } = shape;
  const headWidth = width / heads;
  const take = (name: string): np.Array => {
    const parameter = parameters[name];
    if (parameter === undefined) throw new TypeError(`The transformer has no parameter ${name}`);
    return parameter;
  };
  const norm = (x: np.Array, name: string): np.Array => {
    const centred = x.ref.sub(np.mean(x, -1, { keepdims: true }));
    const variance = np.mean(np.square(centred.ref), -1, { keepdims: true });
    return centred
      .mul(np.reciprocal(np.sqrt(variance.add(NORM_EPSILON))))
      .mul(take(`${name}.gain`))
      .add(take(`${name}.bias`));
  };
  const linear = (x: np.Array, name: string): np.Array =>
    np.matmul(x, take(`${name}.weight`)).add(take(`${name}.bias`));

  const bias = attentionBias(batch.mask.ref, { sequences, length, causal: model.kind === "decoder" });
  let x = batch.embedded;
  for (let layer = 0; layer < layers; layer += 1) {
    const at = `layers.${layer}`;
    const qkv = linear(norm(x.ref, `${at}.attentionNorm`).reshape([sequences * length, width]), `${at}.qkv`)
      .reshape([sequences, length, 3, heads, headWidth])
      .transpose([2, 0, 3, 1, 4]);
    const [queries, keys, values] = np
      .split(qkv, 3, 0)
      .map((part) => part.reshape([sequences, heads, length, headWidth]));
    if (queries === undefined || keys === undefined || values === undefined)
      throw new TypeError("split gave no thirds");
    const scores = np
      .matmul(queries, keys.transpose([0, 1, 3, 2]))
      .mul(1 / Math.sqrt(headWidth))
      .add(bias.ref);
    const mixed = np
      .matmul(nn.softmax(scores, -1), values)
      .transpose([0, 2, 1, 3])
      .reshape([sequences * length, width]);
    x = x.add(linear(mixed, `${at}.output`).reshape([sequences, length, width]));
    const normed = norm(x.ref, `${at}.feedForwardNorm`).reshape([sequences * length, width]);
    const wide = nn.relu(linear(normed, `${at}.up`));
    x = x.add(linear(wide, `${at}.down`).reshape([sequences, length, width]));
  }
  bias.dispose();
  const last = norm(x, "finalNorm");
  return model.kind === "encoder"
    ? encoderHead({ last, batch, sequences, length, linear })
    : decoderHead({ last, batch, sequences, length, tokens: take("tokens") });
}

/** Zero where a query may look at a key; far below zero at padding and, for a decoder, at what comes later. */
function attentionBias(mask: np.Array, options: { sequences: number; length: number; causal: boolean }): np.Array {
  const { sequences, length, causal } = options;
  const padding = mask.sub(1).mul(MASKED).reshape([sequences, 1, 1, length]);
  if (!causal) return padding;
  const later = Float32Array.from({ length: length * length }, (_, place) =>
    place % length > Math.floor(place / length) ? -MASKED : 0,
  );
  return padding.add(np.array(later).reshape([1, 1, length, length]));
}

/** Mean, maximum and number of the tokens, through one hidden layer. */
function encoderHead(options: {
  last: np.Array;
  batch: NetworkBatch;
  sequences: number;
  length: number;
  linear: (x: np.Array, name: string) => np.Array;
}): np.Array {
  const { last, batch, sequences, length, linear } = options;
  const mask = batch.mask.reshape([sequences, length, 1]);
  const total = np.sum(last.ref.mul(mask.ref), 1);
  const mean = total.div(np.sum(mask.ref, 1));
  const maximum = np.max(last.add(mask.sub(1).mul(MASKED)), 1);
  const hidden = nn.relu(linear(np.concatenate([mean, maximum, batch.size], 1), "head.hidden"));
  return linear(hidden, "head.labels");
}

/** The last token's state against every row of the token table. */
function decoderHead(options: {
  last: np.Array;
  batch: NetworkBatch;
  sequences: number;
  length: number;
  tokens: np.Array;
}): np.Array {
  const { last, batch, sequences, length, tokens } = options;
  batch.size.dispose();
  // 1 at the last token: a token whose right neighbour is padding or the end.
  const next = np.concatenate([batch.mask.ref.slice([], [1, length]), np.zeros([sequences, 1])], 1);
  const isLast = batch.mask.sub(next).reshape([sequences, length, 1]);
  return np.matmul(np.sum(last.mul(isLast), 1), tokens.transpose([1, 0]));
}
