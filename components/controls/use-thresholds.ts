"use client";

import { useMemo } from "react";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import type { Threshold } from "@/lib/domain/threshold";
import type { Calibrations } from "@/lib/view/shared/calibration-file";
import { alphaForShare } from "@/lib/view/shared/router-alpha";
import { useShare } from "./use-share";

export type Samples = Calibrations["samples"];

export type GivenAlphas = Calibrations["given"];

/** Undefined for a router that is calibrated on nothing. */
export type Thresholds = Readonly<Record<RouterId, Threshold | undefined>>;

/** Each router's own α for the target share that stands in the address. */
export function useThresholds({ samples, given }: Pick<Calibrations, "samples" | "given">): Thresholds {
  const [strongShare] = useShare();
  return useMemo(
    () => forEveryRouter((id) => alphaForShare({ sample: samples[id], given: given[id] }, strongShare)),
    [samples, given, strongShare],
  );
}
