import { transformerShapes } from "@/lib/domain/transformer-shapes";
import type { Tensor, TransformerKind, TransformerShape } from "@/lib/domain/transformer-weights";
import { createRandomNormal } from "@/lib/math/random-normal";

/** Spread of the token and position tables at the start. */
const TABLE_SPREAD = 0.1;

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
