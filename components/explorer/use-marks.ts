"use client";

import { useMemo } from "react";
import type { QualityMark } from "@/components/charts/quality-chart";
import { PUBLISHED_TRAINING, publishedPoints } from "@/lib/explorer/published-figures";
import { useAnalysis } from "./explorer-context";

/** Points measured by others: the paper's routers at CPT50 and CPT80, and commercial ones by their own names. */
export function useMarks(): readonly QualityMark[] {
  const { table, strong, weak } = useAnalysis();
  return useMemo(
    () => [
      ...publishedPoints({ benchmark: table.benchmark, strong, weak }).map((point) => ({
        ...point,
        name: `${point.name} (published, ${PUBLISHED_TRAINING})`,
        labelled: false,
      })),
      ...table.publishedPoints.map((point) => ({ ...point, labelled: true })),
    ],
    [table, strong, weak],
  );
}
