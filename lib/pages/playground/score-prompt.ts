import type { Router } from "@/lib/routers/router";
import { oncePerArtifacts } from "@/lib/runtime/once-per-artifacts";
import { getServedRouters } from "@/lib/serving/served-routers";
import { promptGate } from "@/lib/text/prompt-gate";
import { splitPrompt } from "@/lib/text/prompt-parts";
import { EXAMPLE_PROMPTS } from "@/lib/view/playground/example-prompts";
import type { PromptScores, RouterScore } from "@/lib/view/shared/prompt-scores";
import { getRemoteRouterIds } from "./score-remotely";

async function time(router: Router, prompt: string): Promise<RouterScore> {
  const start = performance.now();
  const [winRate] = await router.scoreBatch([prompt]);
  const latencyMs = performance.now() - start;
  if (winRate === undefined) throw new TypeError(`The router ${router.id} returned no win rate for one prompt`);
  return { routerId: router.id, winRate, latencyMs };
}

/**
 * The first prompts of a process run code that is not compiled yet, some ten times slower than ever after. The examples
 * take that on themselves, so that no visitor's latency shows it.
 */
const getWarmRouters = oncePerArtifacts(async (): Promise<readonly Router[]> => {
  const remote = await getRemoteRouterIds();
  const routers = [...(await getServedRouters()).values()].filter(({ id }) => !remote.includes(id));
  await Promise.all(routers.map((router) => router.scoreBatch(EXAMPLE_PROMPTS.map(({ prompt }) => prompt))));
  return routers;
});

/** Scores one prompt by every router of this process in turn, so that each one's latency is its own. */
export async function scorePrompt(prompt: string): Promise<PromptScores> {
  const routers: RouterScore[] = [];
  for (const router of await getWarmRouters()) routers.push(await time(router, prompt));
  return { takenFor: promptGate(prompt, splitPrompt(prompt)), routers, remote: await getRemoteRouterIds() };
}
