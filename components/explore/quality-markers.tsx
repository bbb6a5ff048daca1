"use client";

import { useMemo } from "react";
import { QualityOverlay } from "@/components/charts/quality-overlay";
import { useAnalysis, useExplorerStore } from "@/components/explore/state/explorer-context";
import { useSelection } from "@/components/explore/state/selection-provider";
import { useView } from "@/components/explore/state/view-provider";
import { pinnedPoint } from "@/lib/view/explore/pin";

/** The part of the quality chart that follows the slider, and the pinned points, which do not. */
export function QualityMarkers() {
  const analysis = useAnalysis();
  const { points, router, targetShare } = useSelection();
  const { a, b } = useView().pins;
  const hidden = useExplorerStore((state) => state.hidden);
  const pins = useMemo(
    () =>
      [
        { letter: "A", pin: a },
        { letter: "B", pin: b },
      ].flatMap(({ letter, pin }) => (pin === null ? [] : [{ letter, ...pinnedPoint(analysis, pin) }])),
    [analysis, a, b],
  );
  return (
    <QualityOverlay
      domain={analysis.domain}
      targetShare={targetShare}
      spots={points}
      selected={router}
      hidden={hidden}
      pins={pins}
    />
  );
}
