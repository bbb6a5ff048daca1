import "server-only";
import { type Calibration, calibrate } from "@/lib/calibration/calibrate";
import { readPrompts } from "@/lib/datasets/read-prompts";
import { formatModelName } from "@/lib/domain/model-name";
import type { RouterId } from "@/lib/domain/router-id";
import type { Router } from "@/lib/routers/router";
import { readCalibrationArtifact } from "@/lib/storage/read-calibration-artifact";

/** A calibration with the name that engineers put into the endpoint's `model` field. */
export type RouterCalibration = Calibration & { readonly router: RouterId; readonly model: string };

/**
 * A router's threshold for a target share of strong calls, on a user's own prompts, or else on the shipped sample of real
 * chat prompts.
 *
 * @param getRouter is asked only if there are prompts to score.
 * @throws RoutingError on a share outside [0, 1], an unusable artifact or an unusable file of prompts.
 */
export async function calibrateRouter({
  artifactsDirectory,
  router,
  strongShare,
  promptsPath,
  getRouter,
}: {
  readonly artifactsDirectory: string;
  readonly router: RouterId;
  readonly strongShare: number;
  readonly promptsPath?: string;
  readonly getRouter: (id: RouterId) => Promise<Router>;
}): Promise<RouterCalibration> {
  const winRates =
    promptsPath === undefined
      ? (await readCalibrationArtifact(artifactsDirectory)).winRates[router]
      : await (await getRouter(router)).scoreBatch(await readPrompts(promptsPath));
  const calibration = calibrate({ winRates, strongShare });
  return { ...calibration, router, model: formatModelName({ router, threshold: calibration.threshold }) };
}
