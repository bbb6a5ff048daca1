"use client";

import { useMemo } from "react";
import { ShareDensity } from "@/components/charts/share-density";
import { useAnalysis } from "@/components/explore/state/explorer-context";
import { useBrushedRows } from "@/components/explore/state/use-brushed-rows";
import { useView } from "@/components/explore/state/view-provider";
import { countSharePlaces } from "@/lib/view/explore/share-places";

const BINS = 100;

/** The picked questions on the quality chart's own axis. */
export function BrushDensity() {
  const { table, routers } = useAnalysis();
  const { router, brush } = useView();
  const rows = useBrushedRows(brush);
  const counts = useMemo(() => {
    if (rows === null) return null;
    const winRates = table.winRates[router];
    const ascending = routers[router].sortedWinRates;
    return countSharePlaces(
      Float64Array.from(rows, (row) => winRates[row] ?? 0),
      { ascending, bins: BINS },
    );
  }, [rows, table, routers, router]);
  return counts === null ? null : <ShareDensity counts={counts} />;
}
