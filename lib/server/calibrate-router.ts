import "server-only";
import { type Calibration, calibrate } from "@/lib/calibration/calibrate";
import type { OnBadRow } from "@/lib/datasets/bad-rows";
import { readPrompts } from "@/lib/datasets/read-prompts";
import { formatModelName } from "@/lib/domain/model-name";
import type { RouterId } from "@/lib/domain/router-id";
import { RoutingError } from "@/lib/domain/routing-error";
import type { WinRate } from "@/lib/domain/win-rate";
import type { Router } from "@/lib/routers/router";
import { writeLines } from "@/lib/storage/write-lines";
import type { OwnCalibration } from "./alternative";

/** A calibration with the name that engineers put into the endpoint's `model` field. */
export type RouterCalibration = Calibration & { readonly router: RouterId; readonly model: string };

/**
 * A router's threshold for a target share of strong calls, on a user's own prompts, or else on what the router is
 * calibrated on: the shipped sample of real chat prompts, or the own sample of a router that stands in for a shipped one.
 *
 * @param onBadRow hears of each unusable row of the user's prompts; without it the first one is an error.
 * @param getRouters is asked only if there are prompts to score.
 * @param savePath where the win rates of the prompts go, if anywhere.
 * @throws RoutingError on a share outside [0, 1], an unusable artifact or file, or a router that has no sample.
 */
export async function calibrateRouter({
  router,
  strongShare,
  promptsPath,
  onBadRow,
  savePath,
  getRouters,
  getCalibrations,
}: {
  readonly router: RouterId;
  readonly strongShare: number;
  readonly promptsPath: string | undefined;
  readonly savePath: string | undefined;
  readonly onBadRow?: OnBadRow;
  readonly getRouters: () => Promise<ReadonlyMap<RouterId, Router>>;
  readonly getCalibrations: () => Promise<Readonly<Record<RouterId, OwnCalibration>>>;
}): Promise<RouterCalibration> {
  if (savePath !== undefined && promptsPath === undefined) {
    const message = "--save writes the win rates of your own prompts; name them with --prompts FILE.";
    throw new RoutingError({ code: "invalid_argument", parameter: "--save", message });
  }
  const winRates =
    promptsPath === undefined
      ? sampleOf(router, (await getCalibrations())[router])
      : await scorePrompts(await readPrompts(promptsPath, onBadRow), { router, getRouters });
  if (savePath !== undefined) {
    const lines = winRates.map((winRate) => JSON.stringify({ winRate }));
    await writeLines({ path: savePath, lines, parameter: "--save" });
  }
  const calibration = calibrate({ winRates, strongShare });
  return { ...calibration, router, model: formatModelName({ router, threshold: calibration.threshold }) };
}

function sampleOf(router: RouterId, calibration: OwnCalibration): readonly number[] {
  if (calibration.kind === "sample") return calibration.winRates;
  throw new RoutingError({
    code: "invalid_argument",
    parameter: "--prompts",
    message: `the shipped sample was scored by the shipped ${router}, not by the one that stands in for it; give prompts of your own with --prompts FILE.`,
  });
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
