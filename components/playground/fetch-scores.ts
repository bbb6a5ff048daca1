import { z } from "zod";
import { ask, RefusedError } from "@/components/controls/ask-server";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import type { ScoreAnswer } from "@/lib/explorer/prompt-scores";

const routerId = z.enum(ROUTER_IDS);
const scoresSchema = z.object({
  takenFor: z.string(),
  routers: z.array(z.object({ routerId, winRate: z.number().min(0).max(1), latencyMs: z.number() })),
  remote: z.array(routerId),
});

/** Every router's win rate for one prompt, or why there is none; rejects where the server cannot be reached. */
export async function fetchScores(request: { readonly prompt: string }): Promise<ScoreAnswer> {
  try {
    return await ask("/scores", { method: "POST", body: request, schema: scoresSchema });
  } catch (error) {
    if (!(error instanceof RefusedError) || error.isUnreachable) throw error;
    return { error: { message: error.message } };
  }
}
