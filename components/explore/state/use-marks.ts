"use client";

import { useMemo } from "react";
import type { QualityMark } from "@/components/charts/quality-data";
import { isBenchmarkId } from "@/lib/domain/benchmark";
import { publishedMarks } from "@/lib/view/shared/published-figures";
import { useAnalysis } from "./explorer-context";

/** Points measured by others: the paper's routers at CPT50 and CPT80, and commercial ones by their own names. */
export function useMarks(): readonly QualityMark[] {
  const { table, pair, strong, weak } = useAnalysis();
  return useMemo(
    () => [
      // Others measured the paper's pair alone.
      ...(pair === null && isBenchmarkId(table.benchmark)
        ? publishedMarks({ benchmark: table.benchmark, strong, weak })
        : []),
      ...table.publishedPoints.map((point) => ({ ...point, label: point.name })),
    ],
    [table, pair, strong, weak],
  );
}
