import "server-only";
import { type Calibration, calibrate } from "@/lib/calibration/calibrate";
import type { OnBadRow } from "@/lib/datasets/bad-rows";
import { readPrompts } from "@/lib/datasets/read-prompts";
import { formatModelName } from "@/lib/domain/model-name";
import type { RouterId } from "@/lib/domain/router-id";
import { RoutingError } from "@/lib/domain/routing-error";
import type { WinRate } from "@/lib/domain/win-rate";
import type { Router } from "@/lib/routers/router";
import { readCalibrationArtifact } from "@/lib/storage/read-calibration-artifact";

/** A calibration with the name that engineers put into the endpoint's `model` field. */
export type RouterCalibration = Calibration & { readonly router: RouterId; readonly model: string };

/**
 * A router's threshold for a target share of strong calls, on a user's own prompts, or else on the shipped sample of real
 * chat prompts.
 *
 * @param onBadRow hears of each unusable row of the user's prompts; without it the first one is an error.
 * @param getRouters is asked only if there are prompts to score.
 * @throws RoutingError on a share outside [0, 1], an unusable artifact or an unusable file of prompts.
 */
export async function calibrateRouter({
  artifactsDirectory,
  router,
  strongShare,
  promptsPath,
  onBadRow,
  getRouters,
}: {
  readonly artifactsDirectory: string;
  readonly router: RouterId;
  readonly strongShare: number;
  readonly promptsPath?: string;
  readonly onBadRow?: OnBadRow;
  readonly getRouters: () => Promise<ReadonlyMap<RouterId, Router>>;
}): Promise<RouterCalibration> {
  const winRates =
    promptsPath === undefined
      ? (await readCalibrationArtifact(artifactsDirectory)).winRates[router]
      : await scorePrompts(await readPrompts(promptsPath, onBadRow), { router, getRouters });
  const calibration = calibrate({ winRates, strongShare });
  return { ...calibration, router, model: formatModelName({ router, threshold: calibration.threshold }) };
}

async function scorePrompts(
  prompts: readonly string[],
  { router, getRouters }: Pick<Parameters<typeof calibrateRouter>[0], "router" | "getRouters">,
): Promise<readonly WinRate[]> {
  const found = (await getRouters()).get(router);
  if (found !== undefined) return found.scoreBatch(prompts);
  throw new RoutingError({
    code: "not_found",
    parameter: "router",
    message: `Router ${router} is not installed; train it with \`npm run routellm -- train\`.`,
  });
}
