import { readJsonLines } from "@/lib/datasets/read-json-lines";
import type { RouterId } from "@/lib/domain/router-id";
import { RoutingError } from "@/lib/domain/routing-error";
import { type Threshold, toThreshold } from "@/lib/domain/threshold";
import type { RetryPolicy } from "@/lib/gateway/retry-with-backoff";
import type { Router } from "@/lib/routers/router";
import type { CalibrationSettings } from "@/lib/runtime/alternative-settings";
import { calibrationLineSchema } from "@/lib/schemas/files/calibration-line";
import type { RouterCard } from "@/lib/view/playground/router-card";
import { formatCounted } from "@/lib/view/shared/format";

/**
 * What α of a stand-in is taken from. The shipped calibration sample was scored by the shipped router, so it says nothing
 * about another one: own win rates, one fixed α, or no α at all.
 */
export type OwnCalibration =
  | { readonly kind: "sample"; readonly winRates: readonly number[] }
  | { readonly kind: "fixed"; readonly alpha: Threshold }
  | { readonly kind: "none" };

/** A router that stands in for the shipped one of the same id. */
export type Alternative = {
  readonly routerId: RouterId;
  /** On another machine: it is never waited for together with the others. */
  readonly isRemote: boolean;
  /** @param patience how long and how often it asks; those that run here need none. */
  readonly createRouter: (patience: RetryPolicy) => Router;
  readonly calibration: OwnCalibration;
  readonly card: Omit<RouterCard, "calibratedOn" | "isAlternative">;
};

/** Reads what a variable names; if that fails, the error names the variable and still the file. */
export async function forVariable<Result>(name: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof RoutingError)) throw error;
    const { code, message } = error;
    throw new RoutingError({
      code,
      parameter: name,
      message: message.includes(name) ? message : `${name}: ${message}`,
    });
  }
}

/** @throws RoutingError if the file is unusable or holds no win rate. */
export async function readOwnCalibration(settings: CalibrationSettings, parameter: string): Promise<OwnCalibration> {
  const { alpha, file } = settings;
  if (alpha !== undefined) return { kind: "fixed", alpha: toThreshold(alpha, parameter) };
  if (file === undefined) return { kind: "none" };
  const winRates = (await forVariable(parameter, () => readJsonLines(file, calibrationLineSchema))).map(
    ({ winRate }) => winRate,
  );
  if (winRates.length > 0) return { kind: "sample", winRates: winRates.toSorted((a, b) => a - b) };
  const message = `${file} holds no win rate; write it with \`calibrate --prompts FILE --save ${file}\`.`;
  throw new RoutingError({ code: "invalid_data", parameter, message });
}

/** In words, for the card. */
export function describeCalibration(calibration: OwnCalibration, variables: string): string {
  switch (calibration.kind) {
    case "sample":
      return `${formatCounted(calibration.winRates.length, "prompt")} of your own, scored by this router (${variables}_CALIBRATION).`;
    case "fixed":
      return `α is fixed at ${calibration.alpha} (${variables}_ALPHA), so the target share does not move it.`;
    case "none":
      return `None: the shipped sample was scored by the shipped router and says nothing about this one. Set ${variables}_ALPHA, or score prompts of your own once with \`calibrate --save\` and set ${variables}_CALIBRATION.`;
  }
}
