import { calibrateThreshold } from "@/lib/calibration/calibrate-threshold";
import { type Choice, decide } from "@/lib/domain/decide";
import { findPromptProblem } from "@/lib/domain/prompt";
import type { RouterId } from "@/lib/domain/router-id";
import { RoutingError } from "@/lib/domain/routing-error";
import type { Threshold } from "@/lib/domain/threshold";
import type { WinRate } from "@/lib/domain/win-rate";
import type { Router } from "@/lib/routers/router";
import type { OwnCalibration } from "@/lib/serving/alternative";

/** What one router says of one prompt. */
type RoutedPrompt = {
  readonly winRate: WinRate;
  readonly threshold: Threshold;
  readonly choice: Choice;
  /** Time to score this prompt by itself, encoder included. */
  readonly latencyMs: number;
};

export type RouteResult = {
  readonly prompt: string;
  readonly routers: Readonly<Partial<Record<RouterId, RoutedPrompt>>>;
  /** Why routers have no answer, where others have; absent if all have. */
  readonly unavailable?: Readonly<Partial<Record<RouterId, string>>>;
};

/** Where each router's threshold comes from: given, or the one that sends a share of real chat prompts to strong. */
export type ThresholdChoice = { readonly alpha: Threshold } | { readonly strongShare: number };

/** α of a router; undefined where it has none, and then why. */
type FindThreshold = (id: RouterId) => Threshold | { readonly problem: string };

/**
 * Routes prompts one at a time, so that each latency is its own. Where several routers are asked, one that fails is left
 * out with its reason, and not asked again: a machine that is down costs one deadline, not one a prompt.
 * @throws RoutingError on a prompt that cannot be scored, naming its place.
 */
export async function routePrompts(options: {
  prompts: readonly string[];
  routers: readonly Router[];
  threshold: ThresholdChoice;
  getCalibrations: () => Promise<Readonly<Record<RouterId, OwnCalibration>>>;
}): Promise<RouteResult[]> {
  const { prompts, routers, threshold } = options;
  prompts.forEach((prompt, index) => {
    const problem = findPromptProblem(prompt);
    if (problem === undefined) return;
    const place = prompts.length > 1 ? `prompt ${index + 1}: ` : "";
    throw new RoutingError({ code: "invalid_argument", parameter: "prompt", message: `${place}${problem}` });
  });
  const thresholds = await thresholdsFor(options.getCalibrations, threshold);
  const unavailable: Partial<Record<RouterId, string>> = {};
  const results: RouteResult[] = [];
  for (const prompt of prompts) {
    const routed: Partial<Record<RouterId, RoutedPrompt>> = {};
    for (const router of routers) {
      if (unavailable[router.id] !== undefined) continue;
      try {
        routed[router.id] = await routeOne(router, prompt, thresholds);
      } catch (error) {
        if (!(error instanceof RoutingError) || routers.length === 1) throw error;
        unavailable[router.id] = error.message;
      }
    }
    const problems = Object.keys(unavailable).length === 0 ? {} : { unavailable: { ...unavailable } };
    results.push({ prompt, routers: routed, ...problems });
  }
  return results;
}

async function routeOne(router: Router, prompt: string, thresholds: FindThreshold): Promise<RoutedPrompt> {
  const threshold = thresholds(router.id);
  if (typeof threshold === "object") {
    throw new RoutingError({ code: "invalid_argument", parameter: "--strong-share", message: threshold.problem });
  }
  const start = performance.now();
  const [winRate] = await router.scoreBatch([prompt]);
  const latencyMs = Number((performance.now() - start).toFixed(3));
  if (winRate === undefined) throw new TypeError(`The router ${router.id} returned no win rate for one prompt`);
  return { winRate, threshold, choice: decide(winRate, threshold), latencyMs };
}

async function thresholdsFor(
  getCalibrations: () => Promise<Readonly<Record<RouterId, OwnCalibration>>>,
  choice: ThresholdChoice,
): Promise<FindThreshold> {
  if ("alpha" in choice) return () => choice.alpha;
  const calibrations = await getCalibrations();
  const known = new Map<RouterId, ReturnType<FindThreshold>>();
  return (id) => {
    const threshold = known.get(id) ?? thresholdOf(calibrations[id], { id, strongShare: choice.strongShare });
    known.set(id, threshold);
    return threshold;
  };
}

function thresholdOf(
  calibration: OwnCalibration,
  { id, strongShare }: { readonly id: RouterId; readonly strongShare: number },
): ReturnType<FindThreshold> {
  switch (calibration.kind) {
    case "sample":
      return calibrateThreshold({ winRates: calibration.winRates, strongShare });
    case "fixed":
      return calibration.alpha;
    case "none": {
      const variables = `ROUTELLM_${id.toUpperCase()}`;
      const problem = `the ${id} that stands in for the shipped one is calibrated on nothing; give --alpha, or set ${variables}_ALPHA or ${variables}_CALIBRATION.`;
      return { problem };
    }
  }
}
