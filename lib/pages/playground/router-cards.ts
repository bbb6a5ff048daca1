import { forEveryRouter } from "@/lib/domain/for-every-router";
import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import { oncePerArtifacts } from "@/lib/runtime/once-per-artifacts";
import { getCalibrationArtifact, getManifest } from "@/lib/runtime/served-artifacts";
import { RETRAINED_ROUTERS, VOTE_SOURCE } from "@/lib/schemas/web/retraining-state";
import { describeCalibration } from "@/lib/serving/alternative";
import { getAlternatives } from "@/lib/serving/alternatives";
import type { RouterCard, RouterCards } from "@/lib/view/playground/router-card";
import { formatCounted } from "@/lib/view/shared/format";

/** Prefix of the variables that configure what stands in for a router. */
const variablesOf = (id: RouterId): string => `ROUTELLM_${id.toUpperCase()}`;

/** What stands behind each row of the playground, as it is served. */
export const getRouterCards = oncePerArtifacts(async (): Promise<RouterCards> => {
  const [manifest, calibration, alternatives] = await Promise.all([
    getManifest(),
    getCalibrationArtifact(),
    getAlternatives(),
  ]);
  const sets = manifest.datasets.filter(
    ({ path, use, rowsUsed }) => use !== "evaluate" && rowsUsed > 0 && path !== VOTE_SOURCE,
  );
  const rows = sets.reduce((sum, { rowsUsed }) => sum + rowsUsed, 0).toLocaleString("en-US");
  const prompts = calibration.characters.length.toLocaleString("en-US");
  const { retrained } = manifest;
  const learned = (id: RouterId) => retrained !== undefined && RETRAINED_ROUTERS.some((router) => router === id);
  const trainedOn = (id: RouterId): string => {
    const on = `${rows} rows of ${sets.length} public data sets, on ${retrained?.base.date ?? manifest.date}`;
    if (!learned(id)) return `${on}.`;
    return `${on}; retrained on ${formatCounted(retrained?.votes ?? 0, "vote")} given here on ${manifest.date}.`;
  };
  const shipped = (id: RouterId): RouterCard => ({
    what: `${learned(id) ? "Shipped with this application and refitted here." : "Shipped with this application."} ${ROUTER_INFO[id].summary}`,
    trainedOn: id === "random" ? "Nothing." : trainedOn(id),
    runsOn: "In this server's own process; no prompt leaves it.",
    calibratedOn: `${prompts} real chat prompts, each scored by a router that had not seen it.`,
    isAlternative: false,
  });
  return forEveryRouter((id) => {
    const alternative = alternatives.get(id);
    if (alternative === undefined) return shipped(id);
    return {
      ...alternative.card,
      calibratedOn: describeCalibration(alternative.calibration, variablesOf(id)),
      isAlternative: true,
    };
  });
});
