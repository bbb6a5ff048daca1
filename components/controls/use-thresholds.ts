"use client";

import { useMemo } from "react";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import type { Threshold } from "@/lib/domain/threshold";
import { alphaForShare, type GivenAlpha } from "@/lib/explorer/router-alpha";
import type { SortedWinRates } from "@/lib/explorer/verdict";
import { useShare } from "./use-share";

export type Samples = Readonly<Record<RouterId, SortedWinRates>>;

/** α of routers that take it from no sample: set by configuration, whatever the target share, or a saved table. */
export type GivenAlphas = Readonly<Partial<Record<RouterId, GivenAlpha>>>;

/** Undefined for a router that is calibrated on nothing. */
export type Thresholds = Readonly<Record<RouterId, Threshold | undefined>>;

type Calibrations = { readonly samples: Samples; readonly given: GivenAlphas };

/** Each router's own α for the target share that stands in the address. */
export function useThresholds({ samples, given }: Calibrations): Thresholds {
  const [strongShare] = useShare();
  return useMemo(
    () => forEveryRouter((id) => alphaForShare({ sample: samples[id], given: given[id] }, strongShare)),
    [samples, given, strongShare],
  );
}
