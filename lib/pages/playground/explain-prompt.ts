import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import { RoutingError } from "@/lib/domain/routing-error";
import { quantile } from "@/lib/math/quantile";
import { lowerBound } from "@/lib/math/sorted-search";
import { isExplaining } from "@/lib/routers/explaining-router";
import { oncePerArtifacts } from "@/lib/runtime/once-per-artifacts";
import { getCalibrationArtifact } from "@/lib/runtime/served-artifacts";
import type { ExplanationAnswer } from "@/lib/schemas/web/explanation-answer";
import { getAlternatives } from "@/lib/serving/alternatives";
import { getServedRouters } from "@/lib/serving/served-routers";

/** (n) lengths of the calibration sample's prompts in characters, ascending. */
const getSampleLengths = oncePerArtifacts(async () => {
  const { characters } = await getCalibrationArtifact();
  return characters.toSorted((a, b) => a - b);
});

/**
 * Why a router, as it is served, gives a prompt its win rate.
 * @throws RoutingError if the router cannot say: one on another machine would have to be paid a second time, and some have
 * nothing to say.
 */
export async function explainPrompt(routerId: RouterId, prompt: string): Promise<ExplanationAnswer> {
  const { label } = ROUTER_INFO[routerId];
  const [routers, alternatives] = await Promise.all([getServedRouters(), getAlternatives()]);
  const router = routers.get(routerId);
  const refuse = (reason: string) =>
    new RoutingError({
      code: "not_found",
      parameter: "router",
      message: `${label} has no explanation here: ${reason}.`,
    });
  if (alternatives.get(routerId)?.isRemote === true) {
    throw refuse("it runs on another machine, which would have to be asked a second time");
  }
  if (router === undefined || !isExplaining(router)) {
    throw refuse(
      routerId === "random"
        ? "its win rate is a fixed draw for each text, and means nothing"
        : "what it computes with comes from elsewhere and has no names",
    );
  }
  const explanation = await router.explain(prompt);
  if (explanation.kind !== "length") return { explanation, lengths: null };
  const lengths = await getSampleLengths();
  const percentile = (share: number) => Math.round(quantile(lengths, share));
  return {
    explanation,
    lengths: {
      shorter: lowerBound(lengths, explanation.characters) / Math.max(1, lengths.length),
      prompts: lengths.length,
      percentiles: [percentile(0.1), percentile(0.5), percentile(0.9)],
    },
  };
}
