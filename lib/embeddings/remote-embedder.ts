import { RoutingError } from "@/lib/domain/routing-error";
import type { Embedder } from "./embedder";

/** Prompts a call: far below what endpoints take, so that 64 long ones still fit into one request. */
const BATCH = 64;

/**
 * An embedder on another machine.
 *
 * @param options.embed (n) texts → (n) vectors, in their order.
 * @param options.dimensions what the router's weights were trained on; any other length is another model's embedding.
 * @param options.source what to call the endpoint in an error.
 */
export function createRemoteEmbedder(options: {
  readonly embed: (texts: readonly string[]) => Promise<readonly (readonly number[])[]>;
  readonly dimensions: number;
  readonly source: string;
}): Embedder {
  const { embed, dimensions, source } = options;
  const refuse = (problem: string) =>
    new RoutingError({ code: "invalid_data", parameter: source, message: `${source} ${problem}.` });
  return {
    dimensions,
    async embedBatch(prompts) {
      const vectors: (readonly number[])[] = [];
      for (let start = 0; start < prompts.length; start += BATCH) {
        const batch = prompts.slice(start, start + BATCH);
        const embedded = await embed(batch);
        if (embedded.length !== batch.length) {
          throw refuse(`gave ${embedded.length} embeddings for ${batch.length} prompts`);
        }
        vectors.push(...embedded);
      }
      return vectors.map((vector) => {
        if (vector.length !== dimensions) {
          throw refuse(
            `gives embeddings of ${vector.length} numbers, but the checkpoint was trained on ${dimensions}; use the embedding model that it was trained with`,
          );
        }
        if (!vector.every(Number.isFinite)) throw refuse("gave an embedding with numbers that are not finite");
        return { vector: Float64Array.from(vector), group: 0 };
      });
    },
  };
}
