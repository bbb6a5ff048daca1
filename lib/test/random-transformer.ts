import { transformerShapes } from "@/lib/domain/transformer-shapes";
import type { TransformerKind, TransformerShape, TransformerWeights } from "@/lib/domain/transformer-weights";
import { createRandomNormal } from "@/lib/math/random-normal";
import { createRandom } from "@/lib/math/seeded-random";

/** A transformer nobody trained: every tensor normal, gains around 1, so that each of them moves the output. */
export function randomTransformer(options: {
  shape: TransformerShape;
  model: TransformerKind;
  seed?: number;
}): TransformerWeights {
  const normal = createRandomNormal(createRandom(options.seed ?? 1));
  const tensors = Object.fromEntries(
    Object.entries(transformerShapes(options.shape, options.model)).map(([name, shape]) => {
      const size = shape.reduce((product, length) => product * length, 1);
      const table = name === "tokens" || name === "positions";
      const spread = table ? 0.1 : shape.length === 2 ? 1 / Math.sqrt(shape[0] ?? 1) : 0.1;
      const centre = name.endsWith(".gain") ? 1 : 0;
      return [name, { shape, values: Float32Array.from({ length: size }, () => centre + spread * normal()) }];
    }),
  );
  return { shape: options.shape, model: options.model, tensors };
}
