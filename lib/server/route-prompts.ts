import "server-only";
import { calibrateThreshold } from "@/lib/calibration/calibrate-threshold";
import { type Choice, decide } from "@/lib/domain/decide";
import { findPromptProblem } from "@/lib/domain/prompt";
import type { RouterId } from "@/lib/domain/router-id";
import { RoutingError } from "@/lib/domain/routing-error";
import type { Threshold } from "@/lib/domain/threshold";
import type { WinRate } from "@/lib/domain/win-rate";
import type { Router } from "@/lib/routers/router";
import { readCalibrationArtifact } from "@/lib/storage/read-calibration-artifact";

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
};

/** Where each router's threshold comes from: given, or the one that sends a share of real chat prompts to strong. */
export type ThresholdChoice = { readonly alpha: Threshold } | { readonly strongShare: number };

/**
 * Routes prompts one at a time, so that each latency is its own.
 * @throws RoutingError on a prompt that cannot be scored, naming its place.
 */
export async function routePrompts(options: {
  prompts: readonly string[];
  routers: readonly Router[];
  threshold: ThresholdChoice;
  artifactsDirectory: string;
}): Promise<RouteResult[]> {
  const { prompts, routers, threshold } = options;
  prompts.forEach((prompt, index) => {
    const problem = findPromptProblem(prompt);
    if (problem === undefined) return;
    const place = prompts.length > 1 ? `prompt ${index + 1}: ` : "";
    throw new RoutingError({ code: "invalid_argument", parameter: "prompt", message: `${place}${problem}` });
  });
  const thresholds = await thresholdsFor(options.artifactsDirectory, threshold);
  const results: RouteResult[] = [];
  for (const prompt of prompts) {
    const routed: Partial<Record<RouterId, RoutedPrompt>> = {};
    for (const router of routers) {
      const start = performance.now();
      const [winRate] = await router.scoreBatch([prompt]);
      const latencyMs = Number((performance.now() - start).toFixed(3));
      if (winRate === undefined) throw new TypeError(`The router ${router.id} returned no win rate for one prompt`);
      const alpha = thresholds(router.id);
      routed[router.id] = { winRate, threshold: alpha, choice: decide(winRate, alpha), latencyMs };
    }
    results.push({ prompt, routers: routed });
  }
  return results;
}

async function thresholdsFor(directory: string, choice: ThresholdChoice): Promise<(id: RouterId) => Threshold> {
  if ("alpha" in choice) return () => choice.alpha;
  const { winRates } = await readCalibrationArtifact(directory);
  const known = new Map<RouterId, Threshold>();
  return (id) => {
    const threshold = known.get(id) ?? calibrateThreshold({ winRates: winRates[id], strongShare: choice.strongShare });
    known.set(id, threshold);
    return threshold;
  };
}
