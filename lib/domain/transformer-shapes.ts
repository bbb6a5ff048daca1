import type { TransformerKind, TransformerShape } from "./transformer-weights";

/**
 * Names and shapes of all tensors, (in, out) for matrices: what training starts from and export writes. Pre-norm layers
 * with a fused query-key-value matrix; a decoder reads its next token off the token table and has no head of its own.
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
