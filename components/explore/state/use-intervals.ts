"use client";

import { isBenchmarkId } from "@/lib/domain/benchmark";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import { useAnalysis, useExplorer } from "./explorer-context";

/** 95 % intervals of APGR: measured in training for its own pair, and here in the browser for any other. */
export function useIntervals(): {
  readonly intervals: Readonly<Record<RouterId, readonly [number, number]>>;
  readonly resamples: number;
} {
  const { intervals, bootstrapResamples } = useExplorer().data;
  const { table, pair } = useAnalysis();
  if (pair !== null) return pair;
  return {
    intervals: isBenchmarkId(table.benchmark)
      ? intervals[table.benchmark]
      : forEveryRouter(() => [Number.NaN, Number.NaN] as const),
    resamples: bootstrapResamples,
  };
}
