"use client";

import { useMemo } from "react";
import { calibrateThreshold } from "@/lib/calibration/calibrate-threshold";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import type { Threshold } from "@/lib/domain/threshold";
import type { SortedWinRates } from "@/lib/explorer/verdict";
import { useShare } from "./use-share";

export type Samples = Readonly<Record<RouterId, SortedWinRates>>;

/** α of routers whose α is set by configuration, whatever the target share. */
export type FixedThresholds = Readonly<Partial<Record<RouterId, Threshold>>>;

/** Undefined for a router that is calibrated on nothing. */
export type Thresholds = Readonly<Record<RouterId, Threshold | undefined>>;

type Calibrations = { readonly samples: Samples; readonly fixed: FixedThresholds };

/** Each router's own α for the target share that stands in the address. */
export function useThresholds({ samples, fixed }: Calibrations): Thresholds {
  const [strongShare] = useShare();
  return useMemo(
    () =>
      forEveryRouter((id) => {
        const winRates = samples[id];
        return winRates.length === 0 ? fixed[id] : calibrateThreshold({ winRates, strongShare });
      }),
    [samples, fixed, strongShare],
  );
}
