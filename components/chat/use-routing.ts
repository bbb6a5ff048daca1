"use client";

import { useRouterChoice } from "@/components/controls/use-router-choice";
import { useShare } from "@/components/controls/use-share";
import { useThresholds } from "@/components/controls/use-thresholds";
import type { ChatData } from "./chat-data";

/** The chosen router, its α at the target share, and that share. */
export function useRouting({ samples, given }: Pick<ChatData, "samples" | "given">) {
  const [router] = useRouterChoice();
  const [share] = useShare();
  const threshold = useThresholds({ samples, given })[router];
  return { router, share, threshold, isFixed: samples[router].length === 0 && threshold !== undefined };
}
