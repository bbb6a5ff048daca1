"use client";

import { useMemo } from "react";
import { useShare } from "@/components/controls/use-share";
import { calibrateThreshold } from "@/lib/calibration/calibrate-threshold";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import type { Threshold } from "@/lib/domain/threshold";
import type { SortedWinRates } from "@/lib/explorer/verdict";

export type Samples = Readonly<Record<RouterId, SortedWinRates>>;

export type Thresholds = Readonly<Record<RouterId, Threshold>>;

/** Each router's own α for the target share that stands in the address. */
export function useThresholds(samples: Samples): Thresholds {
  const [strongShare] = useShare();
  return useMemo(() => {
    const at = (id: RouterId) => calibrateThreshold({ winRates: samples[id], strongShare });
    return forEveryRouter(at);
  }, [samples, strongShare]);
}
