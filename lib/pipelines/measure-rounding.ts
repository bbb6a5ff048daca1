import { RoutingError } from "@/lib/domain/routing-error";
import type { SessionPool } from "@/lib/inference/session-pool";
import { openTransformers, type TransformerArtifacts } from "@/lib/packing/transformer-artifacts";
import { createBertRouter } from "@/lib/routers/bert-router";
import { createCausalLlmRouter } from "@/lib/routers/causal-llm-router";
import { LARGEST_ROUNDING } from "@/lib/schemas/artifacts/transformers-artifact";
import type { TransformerId } from "@/lib/training/transformer/transformer-recipe";

/** Prompts that win rates are compared on. */
const ROUNDING_PROMPTS = 1000;

/**
 * How far 8 bits move win rates: the largest difference between the artifacts as they are shipped and the same models at
 * 32 bits, on prompts that training did not read. Before any scale to frequencies.
 * @returns a difference in [0, LARGEST_ROUNDING] for each transformer.
 * @throws RoutingError if one is larger: such a model must not be shipped.
 */
export async function measureRounding(options: {
  shipped: TransformerArtifacts;
  exact: TransformerArtifacts;
  prompts: readonly string[];
  open: { directory: string; pool: SessionPool };
}): Promise<Readonly<Record<TransformerId, number>>> {
  const prompts = options.prompts.slice(0, ROUNDING_PROMPTS);
  const winRates = async (artifacts: TransformerArtifacts) => {
    const { bert, causal_llm } = await openTransformers(artifacts, options.open);
    return {
      bert: await createBertRouter(bert).scoreBatch(prompts),
      causal_llm: await createCausalLlmRouter(causal_llm).scoreBatch(prompts),
    };
  };
  const [shipped, exact] = [await winRates(options.shipped), await winRates(options.exact)];
  const largest = (id: TransformerId): number => {
    const difference = exact[id].reduce(
      (most, value, row) => Math.max(most, Math.abs(value - (shipped[id][row] ?? 0))),
      0,
    );
    if (difference <= LARGEST_ROUNDING) return difference;
    throw new RoutingError({
      code: "artifact_unusable",
      parameter: id,
      message: `At 8 bits ${id} gives a win rate that is ${difference.toFixed(4)} off the trained one; at most ${LARGEST_ROUNDING} is allowed. Train it with another --seed.`,
    });
  };
  return { bert: largest("bert"), causal_llm: largest("causal_llm") };
}
