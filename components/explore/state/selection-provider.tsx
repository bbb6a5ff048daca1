"use client";

import { createContext, type ReactNode, useCallback, useMemo } from "react";
import { useShare } from "@/components/controls/use-share";
import { VIEW_INFO, type ViewId } from "@/lib/domain/benchmark";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import type { PointEdit, PointEditContext } from "@/lib/view/explore/edit-point";
import { type SelectedPoint, selectPoint } from "@/lib/view/explore/selected-point";
import { ownAlpha } from "@/lib/view/shared/own-sample";
import { alphaForShare } from "@/lib/view/shared/router-alpha";
import { scoreFormat } from "@/lib/view/shared/score-format";
import { useAnalysis, useExplorer, useExplorerStore, useInside } from "./explorer-context";
import { useView } from "./view-provider";

type Selection = {
  readonly router: RouterId;
  readonly benchmark: ViewId;
  readonly targetShare: number;
  /** Every router at the slider's position, each with its own α. */
  readonly points: Readonly<Record<RouterId, SelectedPoint>>;
  /** The selected router's. */
  readonly point: SelectedPoint;
  /** What the last edit could not have, while it still stands. */
  readonly note: string | null;
  /** What edits of the faces are read against. */
  readonly context: PointEditContext;
  /** Moves the slider by another face. */
  readonly apply: (edit: PointEdit) => void;
  /** Moves the slider; the same function for as long as the page lives. */
  readonly aim: (share: number) => void;
};

const SelectionContext = createContext<Selection | null>(null);

/** What the URL keeps of a share. */
const roundShare = (share: number): number => Number(share.toFixed(4));

/** Computes the slider's position once a frame for all panels, by binary searches only. */
export function SelectionProvider({ children }: { readonly children: ReactNode }) {
  const analysis = useAnalysis();
  const { data, chatSamples, savedSamples } = useExplorer();
  const { router, benchmark, sample } = useView();
  const [targetShare, setShare] = useShare();
  const edit = useExplorerStore((state) => state.edit);
  const hold = useExplorerStore((state) => state.hold);
  const aim = useCallback((share: number) => void setShare(roundShare(share)), [setShare]);

  const selection = useMemo((): Selection => {
    const sampleOf = (id: RouterId): Float64Array => {
      if (sample === "benchmark") return analysis.routers[id].sortedWinRates;
      return sample === "saved" ? savedSamples[id] : chatSamples[id];
    };
    const savedAlpha = (id: RouterId): number | undefined => {
      const own = sample === "saved" ? data.ownSamples[id] : undefined;
      return own && alphaForShare({ sample: own.winRates, given: ownAlpha(own) }, targetShare);
    };
    const stands =
      edit?.targetShare === targetShare &&
      edit.router === router &&
      edit.benchmark === benchmark &&
      edit.sample === sample;
    const held = stands ? edit : null;
    const points = forEveryRouter((id) =>
      selectPoint({
        curve: analysis.routers[id].curve,
        sample: sampleOf(id),
        targetShare,
        threshold: (id === router ? held?.threshold : undefined) ?? savedAlpha(id),
      }),
    );
    return {
      ...{ router, benchmark, targetShare, points },
      point: points[router],
      note: held?.note ?? null,
      context: {
        curve: analysis.routers[router].curve,
        sample: sampleOf(router),
        routerLabel: ROUTER_INFO[router].label,
        benchmarkLabel: VIEW_INFO[benchmark].label,
        formatScore: scoreFormat(benchmark).format,
      },
      apply: (made) => {
        const rounded = roundShare(made.targetShare);
        hold({ ...made, targetShare: rounded, router, benchmark, sample });
        void setShare(rounded);
      },
      aim,
    };
  }, [analysis, data, chatSamples, savedSamples, router, benchmark, targetShare, setShare, aim, sample, edit, hold]);
  return <SelectionContext value={selection}>{children}</SelectionContext>;
}

/** The slider's position in all its faces. */
export const useSelection = () => useInside(SelectionContext);
