import { formatModelName, parseModelName, type RoutedModel, toNamedThreshold } from "@/lib/domain/model-name";
import { RoutingError } from "@/lib/domain/routing-error";
import { toThreshold } from "@/lib/domain/threshold";
import { endScores } from "@/lib/evaluation/curve";
import { pointAtThreshold } from "@/lib/evaluation/curve-at";
import { performanceGapRecovered } from "@/lib/evaluation/performance-gap";
import type { BenchmarkAnalysis } from "./analysis";
import type { SelectedPoint } from "./selected-point";

/** A point that is kept to be compared: a router and an α, named as the endpoint names it. */
export type Pin = RoutedModel;

/** What a pin does on one benchmark: its own α decides, whatever the slider says. */
export type PinnedPoint = Omit<SelectedPoint, "targetShare">;

/** "router-mf-0.11593" → its pin; null for anything else. */
export function parsePin(text: string): Pin | null {
  try {
    return parseModelName(text);
  } catch (error) {
    if (error instanceof RoutingError) return null;
    throw error;
  }
}

/** @param threshold is rounded down to what a name can say: the pin then decides as the endpoint of that name would. */
export const pinOf = (router: Pin["router"], threshold: number): Pin => ({
  router,
  threshold: toNamedThreshold(toThreshold(threshold)),
});

export const formatPin = formatModelName;

export function pinnedPoint({ routers }: BenchmarkAnalysis, { router, threshold }: Pin): PinnedPoint {
  const { curve } = routers[router];
  const { strongShare, score } = pointAtThreshold(curve, threshold);
  return { threshold, strongShare, score, recovered: performanceGapRecovered({ score, ...endScores(curve) }) };
}
