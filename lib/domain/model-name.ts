import { isRouterId, ROUTER_IDS, type RouterId } from "./router-id";
import { RoutingError } from "./routing-error";
import { type Threshold, toThreshold } from "./threshold";

/** A router set to a threshold, as the endpoint's `model` field names it: `router-mf-0.11593`. */
export type RoutedModel = { readonly router: RouterId; readonly threshold: Threshold };

const DECIMALS = 5;
const STEPS = 10 ** DECIMALS;
const PATTERN = /^router-([a-z_]+)-(\d+(?:\.\d*)?|\.\d+)$/;

/**
 * A threshold as a model name can say it: five decimals, as in RouteLLM, rounded down, so that prompts exactly at the
 * threshold keep going to strong.
 */
export const toNamedThreshold = (threshold: Threshold): Threshold => toThreshold(stepsOf(threshold) / STEPS);

/** The highest threshold that a model name can say and `winRate` reaches. */
export const namedThresholdWithin = (winRate: number): Threshold => toThreshold(stepsWithin(winRate) / STEPS);

/** The lowest one that `winRate` does not reach; undefined where there is none, at a win rate of 1. */
export function namedThresholdAbove(winRate: number): Threshold | undefined {
  const steps = stepsWithin(winRate) + 1;
  return steps > STEPS ? undefined : toThreshold(steps / STEPS);
}

// A hair above, because 0.29 · 100,000 is 28,999.999…
const stepsOf = (value: number): number => Math.floor(value * STEPS + 1e-6);

const stepsWithin = (value: number): number => stepsOf(value) - (stepsOf(value) / STEPS > value ? 1 : 0);

/** The name to hand to engineers. */
export function formatModelName({ router, threshold }: RoutedModel): string {
  return `router-${router}-${toNamedThreshold(threshold).toFixed(DECIMALS)}`;
}

/** @throws RoutingError if `name` is not `router-<id>-<threshold>` with a known id and a threshold in [0, 1]. */
export function parseModelName(name: string): RoutedModel {
  const [, router = "", threshold = ""] = PATTERN.exec(name) ?? [];
  const alpha = Number(threshold);
  if (!isRouterId(router) || threshold === "" || !(alpha >= 0 && alpha <= 1)) {
    throw new RoutingError({
      code: "invalid_argument",
      parameter: "model",
      message: `A model must be named router-<id>-<threshold>, with one of ${ROUTER_IDS.join(", ")} and a threshold from 0 to 1 (for example router-mf-0.11593), but it was ${JSON.stringify(name)}.`,
    });
  }
  return { router, threshold: toThreshold(alpha, "model") };
}
