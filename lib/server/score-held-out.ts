import "server-only";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { ModelPair } from "@/lib/domain/model-pair";
import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import type { Embedder, Embedding } from "@/lib/embeddings/embedder";
import { createRouters } from "@/lib/routers/registry";
import type { TrainingBattle } from "@/lib/training/assemble-battles";
import type { EmbeddedPrompt } from "@/lib/training/fit-gated-encoder";
import { fitRouters } from "@/lib/training/fit-routers";
import { winRateColumns } from "./win-rate-columns";

/** First stream of the random numbers of the folds' fits. */
const FIRST_STREAM = 100;

/** A training prompt, embedded by columns that did not see it, and the fold it is left out with. */
export type HeldOutPrompt = EmbeddedPrompt & { readonly fold: number };

/** What routers are fitted on, and how. */
export type RouterFitting = {
  readonly battles: readonly TrainingBattle[];
  readonly pair: ModelPair;
  readonly modelTiers: Readonly<Record<string, number>>;
  readonly tierCount: number;
  readonly randomFor: (purpose: number) => () => number;
};

/**
 * Win rates on training prompts as if each were new: every fold is scored by routers fitted without its battles, on
 * embeddings by columns that did not see it.
 * @returns (prompts) for each router, in order.
 */
export async function scoreHeldOut(
  prompts: readonly HeldOutPrompt[],
  { encoder, ...fitting }: RouterFitting & { readonly encoder: Embedder },
): Promise<Record<RouterId, number[]>> {
  const { battles, randomFor, ...fit } = fitting;
  const embeddings = await outOfFoldEmbeddings(prompts, encoder);
  const places = new Map(prompts.map(({ prompt }, index) => [prompt, index]));
  const columns: Record<RouterId, number[]> = forEveryRouter(() => []);
  for (const fold of [...new Set(prompts.map((row) => row.fold))].sort((left, right) => left - right)) {
    const held = prompts.flatMap((row, index) => (row.fold === fold ? index : []));
    const left = new Set(held.map((index) => prompts[index]?.prompt));
    const weights = fitRouters({
      ...fit,
      battles: battles.filter(({ prompt }) => !left.has(prompt)),
      random: randomFor(FIRST_STREAM + fold),
    });
    const routers = createRouters({ weights, pair: fit.pair, encoder: lookUp(embeddings, places) });
    const scored = await winRateColumns(
      routers,
      held.flatMap((index) => prompts[index]?.prompt ?? []),
    );
    held.forEach((index, position) => {
      for (const id of ROUTER_IDS) columns[id][index] = scored[id][position] ?? 0;
    });
  }
  return columns;
}

/** Prompts of another gate than their columns were fitted for are embedded like any new prompt. */
async function outOfFoldEmbeddings(prompts: readonly HeldOutPrompt[], encoder: Embedder): Promise<Embedding[]> {
  const embedded = await encoder.embedBatch(prompts.map(({ prompt }) => prompt));
  return prompts.map(({ embedding }, index) => {
    const asNew = embedded[index] ?? embedding;
    // Code and chat share a group, and their columns were fitted on both alike.
    return asNew.group === embedding.group ? embedding : asNew;
  });
}

/** An embedder that knows the prompts by heart. */
function lookUp(embeddings: readonly Embedding[], places: ReadonlyMap<string, number>): Embedder {
  return {
    dimensions: embeddings[0]?.vector.length ?? 0,
    embedBatch: async (prompts) => prompts.flatMap((prompt) => embeddings[places.get(prompt) ?? -1] ?? []),
  };
}
