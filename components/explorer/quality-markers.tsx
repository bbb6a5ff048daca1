"use client";

import { QualityOverlay } from "@/components/charts/quality-overlay";
import { useAnalysis, useExplorerStore } from "./explorer-context";
import { useSelection } from "./selection-provider";

/** The part of the quality chart that follows the slider. */
export function QualityMarkers() {
  const { domain } = useAnalysis();
  const { points, router, targetShare } = useSelection();
  const hidden = useExplorerStore((state) => state.hidden);
  return <QualityOverlay domain={domain} targetShare={targetShare} spots={points} selected={router} hidden={hidden} />;
}
