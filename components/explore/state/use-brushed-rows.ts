"use client";

import { useMemo } from "react";
import { type Brush, brushedRows, isBrushed } from "@/lib/view/explore/brush";
import { useAnalysis } from "./explorer-context";
import { useSelection } from "./selection-provider";
import { useThrottled } from "./use-throttled";

const REDRAW_MS = 100;

/** Places of the questions that the brush picks at the slider's α, a tenth of a second late; null without a brush. */
export function useBrushedRows(brush: Brush): Int32Array | null {
  const { table } = useAnalysis();
  const { router, point } = useSelection();
  // Only a regret depends on α: anything else stands still while the slider is dragged.
  const threshold = useThrottled(brush.regret === null ? 0 : point.threshold, REDRAW_MS);
  return useMemo(
    () => (isBrushed(brush) ? brushedRows({ table, router, threshold, brush }) : null),
    [table, router, threshold, brush],
  );
}
