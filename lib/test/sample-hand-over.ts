import { formatModelName } from "@/lib/domain/model-name";
import type { RouterId } from "@/lib/domain/router-id";
import { toThreshold } from "@/lib/domain/threshold";

/** A hand-over of a made-up sample: half of the prompts to strong. */
export function sampleHandOver({
  router = "mf",
  threshold = 0.25,
  artifacts = { date: "2026-11-21", seed: 1, schemaVersion: 1 },
}: {
  readonly router?: RouterId;
  readonly threshold?: number;
  readonly artifacts?: { readonly date: string; readonly seed: number; readonly schemaVersion: number };
} = {}) {
  return {
    kind: "routellm-calibration" as const,
    version: 1 as const,
    router,
    threshold,
    model: formatModelName({ router, threshold: toThreshold(threshold) }),
    target: { strongShare: 0.5, monthlyBudget: null },
    shareOnSample: 0.5,
    expectedShare: [0.47, 0.53] satisfies [number, number],
    heldOutShare: 0.51,
    thresholdRange: [0.24, 0.26] satisfies [number, number],
    sample: { name: "march.csv", rows: 1000, heldOut: 200, fingerprint: "f".repeat(64), meanTokens: 95 },
    prices: {
      strongPerMillion: 24.7,
      weakPerMillion: 0.24,
      answerTokens: 264,
      promptsPerMonth: 100_000,
      expectedMonthly: 452,
      allStrongMonthly: 896,
      allWeakMonthly: 8.6,
    },
    artifacts,
    createdAt: "2026-11-23T00:00:00.000Z",
  };
}

/** α for each target share 0, .001 … 1, falling evenly from 1 to 0 over `middle` at one half. */
export const sampleThresholds = (middle = 0.25): number[] =>
  Array.from({ length: 1001 }, (_, index) =>
    index <= 500 ? 1 - ((1 - middle) * index) / 500 : (middle * (1000 - index)) / 500,
  );
