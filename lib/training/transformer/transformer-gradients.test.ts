import { describe, expect, it } from "vitest";
import type { TransformerKind, TransformerShape } from "@/lib/domain/transformer-weights";
import { createRandom } from "@/lib/math/seeded-random";
import type { TokenBatch } from "./token-batches";
import { compileTransformer } from "./transformer-gradients";
import { initialParameters } from "./transformer-parameters";

const SHAPE: TransformerShape = { vocabulary: 12, width: 8, heads: 2, layers: 1, inner: 12, positions: 16 };
const STEP = 3e-3;

const BATCH: TokenBatch = {
  length: 16,
  sequences: 4,
  examples: [
    { tokens: [1, 2, 3, 4, 5, 6], target: [0.5, 0.2, 0.3] },
    { tokens: [7, 8, 7], target: [0.1, 0.1, 0.8] },
    { tokens: [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1, 1, 1, 1, 1], target: [0, 1, 0] },
  ],
};

describe.each<TransformerKind>([
  { kind: "encoder", labels: 3 },
  { kind: "decoder", labelTokens: [3, 4, 5] },
])("gradients of the $kind", (model) => {
  const initial = initialParameters({ shape: SHAPE, model, random: createRandom(3) });
  const parameters = Object.fromEntries(
    Object.entries(initial).map(([name, { values }]) => [name, Float64Array.from(values)]),
  );

  it.each(Object.keys(initial))("agree with finite differences in %s", async (name) => {
    const network = await compileTransformer({ shape: SHAPE, model });
    const gradients = await network.gradients({ parameters, batch: BATCH, isHidden: () => false });
    const values = parameters[name] ?? new Float64Array();
    const gradient = gradients.of[name] ?? new Float32Array();
    const lossAt = async (place: number, change: number) => {
      const moved = values.slice();
      moved[place] = (moved[place] ?? 0) + change;
      return (await network.loss({ parameters: { ...parameters, [name]: moved }, batch: BATCH })) / 3;
    };
    const steepest = gradient.reduce(
      (best, slope, place) => (Math.abs(slope) > Math.abs(gradient[best] ?? 0) ? place : best),
      0,
    );
    for (const place of [steepest, values.length >> 1]) {
      const difference = ((await lossAt(place, STEP)) - (await lossAt(place, -STEP))) / (2 * STEP);
      expect(gradient[place]).toBeCloseTo(difference, 2);
    }
  });

  it("leave a row without an example out of the loss", async () => {
    const network = await compileTransformer({ shape: SHAPE, model });
    const alone = await network.loss({ parameters, batch: { ...BATCH, examples: BATCH.examples.slice(0, 1) } });
    const rest = await network.loss({ parameters, batch: { ...BATCH, examples: BATCH.examples.slice(1) } });
    expect(alone + rest).toBeCloseTo(await network.loss({ parameters, batch: BATCH }), 4);
  });
});
