import type { LabelProbabilities } from "@/lib/domain/label-probabilities";
import type { LabelModel } from "@/lib/routers/label-model";
import { callInTime } from "./call-in-time";
import type { ProviderEndpoint, Providers } from "./providers";
import { readLabel } from "./read-label";
import type { RetryPolicy } from "./retry-with-backoff";
import { askTokenPlaces, type Instruction } from "./token-places";

/** Calls under way at a time while many prompts are scored. */
const CONCURRENCY = 4;

/** A language model on a server that returns log-probabilities, as a classifier: `[[1]]` … `[[labels]]`. */
export function createLabelEndpoint(options: {
  readonly endpoint: ProviderEndpoint;
  readonly labels: number;
  readonly instruct: (prompt: string) => Instruction;
  readonly parameter: string;
  readonly patience: RetryPolicy;
  readonly redact: Providers["redact"];
}): LabelModel {
  const { endpoint, labels, instruct, parameter, patience, redact } = options;
  const classify = async (prompt: string): Promise<LabelProbabilities> =>
    callInTime({
      id: endpoint.id,
      parameter,
      patience,
      redact,
      call: async (signal) =>
        readLabel(await askTokenPlaces({ endpoint, parameter, instruction: instruct(prompt), signal }), labels),
    });
  return {
    labels,
    async labelBatch(prompts) {
      const rows: LabelProbabilities[] = [];
      for (let start = 0; start < prompts.length; start += CONCURRENCY) {
        rows.push(...(await Promise.all(prompts.slice(start, start + CONCURRENCY).map(classify))));
      }
      return rows;
    },
  };
}
