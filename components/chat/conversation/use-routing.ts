"use client";

import { useCalibrations } from "@/components/controls/use-calibrations";
import { useRouterChoice } from "@/components/controls/use-router-choice";
import { useShare } from "@/components/controls/use-share";
import { useThresholds } from "@/components/controls/use-thresholds";
import type { ChatData } from "./chat-data";

/** The chosen router, its α at the target share, that share, and what each router is calibrated on. */
export function useRouting({ calibrations }: Pick<ChatData, "calibrations">) {
  const { samples, given } = useCalibrations(calibrations);
  const [router] = useRouterChoice();
  const [share] = useShare();
  const threshold = useThresholds({ samples, given })[router];
  return { samples, router, share, threshold, isFixed: samples[router].length === 0 && threshold !== undefined };
}
