import type { RouterId } from "@/lib/domain/router-id";
import type { Router } from "@/lib/routers/router";
import { estimateTokens } from "@/lib/text/estimate-tokens";
import type { ChunkJob } from "./chunk-queue";
import type { ChunkScores } from "./chunk-scores";

/** Scores one chunk by each router of its run: the one piece of work that threads and other machines do alike. */
export async function scoreChunk(
  { prompts, routers }: Pick<ChunkJob, "prompts" | "routers">,
  available: ReadonlyMap<RouterId, Router>,
): Promise<ChunkScores> {
  const winRates = new Map<RouterId, Float32Array>();
  for (const id of routers) {
    const router = available.get(id);
    if (router === undefined) throw new TypeError(`There is no router ${id} to score a chunk with`);
    const column = Float32Array.from(await router.scoreBatch(prompts));
    if (column.length !== prompts.length) {
      throw new TypeError(`The router ${id} returned ${column.length} win rates for ${prompts.length} prompts`);
    }
    winRates.set(id, column);
  }
  return { tokens: Uint32Array.from(prompts, estimateTokens), winRates };
}
