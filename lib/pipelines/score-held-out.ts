import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { ModelPair } from "@/lib/domain/model-pair";
import type { Embedder } from "@/lib/embeddings/embedder";
import type { HeldOutColumns } from "@/lib/packing/scale-routers";
import { createRouters, type TransformerModels } from "@/lib/routers/registry";
import type { TrainingBattle } from "@/lib/training/assemble-battles";
import type { EmbeddedPrompt } from "@/lib/training/columns/fit-gated-encoder";
import { fitRouters } from "@/lib/training/fit-routers";

/** First stream of the random numbers of the folds' fits. */
const FIRST_STREAM = 100;

/** A training prompt, embedded by columns that did not see it, and the fold it is left out with. */
export type HeldOutPrompt = EmbeddedPrompt & { readonly fold: number };

/**
 * Win rates on training prompts as if each were new: every fold is scored by routers fitted without its battles, on
 * embeddings by columns that did not see it. The transformers are the same in every fold, since to train them five times
 * would take hours: they learned from the scores of a teacher on such embeddings, never from an outcome of the prompt.
 * @param options.prompts a prompt that comes twice counts as it came first.
 */
export async function scoreHeldOut(options: {
  prompts: readonly HeldOutPrompt[];
  encoder: Embedder;
  transformers: TransformerModels;
  battles: readonly TrainingBattle[];
  pair: ModelPair;
  modelTiers: Readonly<Record<string, number>>;
  tierCount: number;
  randomFor: (purpose: number) => () => number;
}): Promise<HeldOutColumns> {
  const { battles, pair, modelTiers, tierCount, transformers, randomFor } = options;
  const distinct = new Map([...options.prompts].reverse().map((row) => [row.prompt, row]));
  const rows = await embedAsNew([...distinct.values()], options.encoder);
  const columns = forEveryRouter(() => new Map<string, number>());
  for (const fold of [...new Set(rows.map((row) => row.fold))].sort((left, right) => left - right)) {
    const held = new Map(rows.filter((row) => row.fold === fold).map((row) => [row.prompt, row.embedding]));
    const weights = fitRouters({
      battles: battles.filter(({ prompt }) => !held.has(prompt)),
      pair,
      modelTiers,
      tierCount,
      random: randomFor(FIRST_STREAM + fold),
    });
    const encoder: Embedder = {
      dimensions: options.encoder.dimensions,
      embedBatch: async (prompts) => prompts.flatMap((prompt) => held.get(prompt) ?? []),
    };
    const prompts = [...held.keys()];
    for (const [id, router] of createRouters({ weights, pair, encoder, transformers })) {
      const winRates = await router.scoreBatch(prompts);
      prompts.forEach((prompt, index) => {
        columns[id].set(prompt, winRates[index] ?? 0.5);
      });
    }
  }
  return columns;
}

/** Prompts that the encoder gives to another group than they were trained in are embedded like any new prompt. */
export async function embedAsNew(rows: readonly HeldOutPrompt[], encoder: Embedder): Promise<HeldOutPrompt[]> {
  const embedded = await encoder.embedBatch(rows.map(({ prompt }) => prompt));
  return rows.map((row, index) => {
    const embedding = embedded[index];
    return embedding === undefined || embedding.group === row.embedding.group ? row : { ...row, embedding };
  });
}
