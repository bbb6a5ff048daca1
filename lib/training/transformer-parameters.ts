import type { Tensor, TransformerKind, TransformerShape } from "@/lib/domain/transformer-weights";
import { createRandomNormal } from "@/lib/math/random-normal";

/** Spread of the token and position tables at the start. */
const TABLE_SPREAD = 0.1;

/**
 * Names and shapes of all parameters, (in, out) for matrices: what training starts from, export writes and a reader
 * expects. Pre-norm layers with a fused query-key-value matrix; the decoder reads its next token off the token table.
 */
export function transformerShapes(shape: TransformerShape, model: TransformerKind): Record<string, readonly number[]> {
  const { vocabulary, width, layers, inner, positions } = shape;
  const shapes: Record<string, readonly number[]> = {
    tokens: [vocabulary, width],
    positions: [positions, width],
  };
  for (let layer = 0; layer < layers; layer += 1) {
    const at = `layers.${layer}`;
    Object.assign(shapes, {
      [`${at}.attentionNorm.gain`]: [width],
      [`${at}.attentionNorm.bias`]: [width],
      [`${at}.qkv.weight`]: [width, 3 * width],
      [`${at}.qkv.bias`]: [3 * width],
      [`${at}.output.weight`]: [width, width],
      [`${at}.output.bias`]: [width],
      [`${at}.feedForwardNorm.gain`]: [width],
      [`${at}.feedForwardNorm.bias`]: [width],
      [`${at}.up.weight`]: [width, inner],
      [`${at}.up.bias`]: [inner],
      [`${at}.down.weight`]: [inner, width],
      [`${at}.down.bias`]: [width],
    });
  }
  Object.assign(shapes, { "finalNorm.gain": [width], "finalNorm.bias": [width] });
  if (model.kind === "encoder") {
    Object.assign(shapes, {
      "head.hidden.weight": [2 * width + 1, width],
      "head.hidden.bias": [width],
      "head.labels.weight": [width, model.labels],
      "head.labels.bias": [model.labels],
    });
  }
  return shapes;
}

/** Seeded start: tables and matrices normal (matrices with variance 1/in), gains 1, biases 0. */
export function initialParameters(options: {
  shape: TransformerShape;
  model: TransformerKind;
  random: () => number;
}): Record<string, Tensor> {
  const normal = createRandomNormal(options.random);
  return Object.fromEntries(
    Object.entries(transformerShapes(options.shape, options.model)).map(([name, shape]) => {
      const size = shape.reduce((product, length) => product * length, 1);
      const spread = name === "tokens" || name === "positions" ? TABLE_SPREAD : 1 / Math.sqrt(shape[0] ?? 1);
      const value = name.endsWith(".gain") ? () => 1 : name.endsWith(".bias") ? () => 0 : () => spread * normal();
      return [name, { shape, values: Float32Array.from({ length: size }, value) }];
    }),
  );
}
