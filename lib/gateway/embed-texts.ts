import { embedMany } from "ai";
import { callInTime } from "./call-in-time";
import type { ProviderEmbeddings, Providers } from "./providers";
import type { RetryPolicy } from "./retry-with-backoff";

/**
 * Texts → vectors by an embedding model behind OpenAI's protocol.
 * @returns a function of (n) texts to (n) vectors, which throws RoutingError `incomplete` where the model fails.
 */
export function createTextEmbedding(options: {
  readonly model: ProviderEmbeddings;
  readonly parameter: string;
  readonly patience: RetryPolicy;
  readonly redact: Providers["redact"];
}): (texts: readonly string[]) => Promise<readonly (readonly number[])[]> {
  const { model, parameter, patience, redact } = options;
  return (texts) =>
    callInTime({
      id: model.id,
      parameter,
      patience,
      redact,
      call: async (abortSignal) => {
        const { embeddings } = await embedMany({
          model: model.embeddingModel,
          values: [...texts],
          // Retries are ours, so that they keep to the deadline.
          maxRetries: 0,
          abortSignal,
        });
        return embeddings;
      },
    });
}
