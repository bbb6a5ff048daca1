"use client";

import { useShare } from "@/components/controls/use-share";
import { BENCHMARK_INFO } from "@/lib/domain/benchmark";
import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import type { FaceContext, FaceEdit } from "@/lib/explorer/edit-face";
import { forEveryRouter } from "@/lib/explorer/for-every-router";
import { scoreFormat } from "@/lib/explorer/score-format";
import { type SelectedPoint, selectPoint } from "@/lib/explorer/selected-point";
import { useAnalysis, useExplorer, useExplorerStore } from "./explorer-context";
import { useView } from "./use-view";

/** What the URL keeps of a share. */
const roundShare = (share: number): number => Number(share.toFixed(4));

/** Every router at the slider's position, and the way to move it by another face. Cheap: binary searches only. */
export function useSelection() {
  const analysis = useAnalysis();
  const { chatSamples } = useExplorer();
  const { router, benchmark } = useView();
  const [targetShare, setShare] = useShare();
  const kind = useExplorerStore((state) => state.sample);
  const edit = useExplorerStore((state) => state.edit);
  const hold = useExplorerStore((state) => state.hold);

  const sampleOf = (id: RouterId): Float64Array =>
    kind === "chat" ? chatSamples[id] : analysis.routers[id].sortedWinRates;
  const held =
    edit !== null &&
    edit.targetShare === targetShare &&
    edit.router === router &&
    edit.benchmark === benchmark &&
    edit.sample === kind
      ? edit
      : null;
  const pointOf = (id: RouterId): SelectedPoint =>
    selectPoint({
      curve: analysis.routers[id].curve,
      sample: sampleOf(id),
      targetShare,
      threshold: id === router ? held?.threshold : undefined,
    });
  const points = forEveryRouter(pointOf);

  const context: FaceContext = {
    curve: analysis.routers[router].curve,
    sample: sampleOf(router),
    routerLabel: ROUTER_INFO[router].label,
    benchmarkLabel: BENCHMARK_INFO[benchmark].label,
    formatScore: scoreFormat(benchmark).format,
  };
  const apply = (made: FaceEdit): void => {
    const rounded = roundShare(made.targetShare);
    hold({ ...made, targetShare: rounded, router, benchmark, sample: kind });
    void setShare(rounded);
  };
  return { router, benchmark, targetShare, points, point: points[router], note: held?.note ?? null, context, apply };
}
