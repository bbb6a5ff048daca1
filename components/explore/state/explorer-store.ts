import { createStore } from "zustand";
import type { QualitySeries } from "@/components/charts/quality-data";
import type { ViewId } from "@/lib/domain/benchmark";
import type { ModelPair } from "@/lib/domain/model-pair";
import type { RouterId } from "@/lib/domain/router-id";
import type { BenchmarkAnalysis } from "@/lib/view/explore/analysis";
import type { PointEdit } from "@/lib/view/explore/edit-point";
import type { SampleKind } from "./calibration-sample";
import { loadAnalysis } from "./load-analysis";

/** The last edit of a face other than the share, and what it was made on: it holds until any of that changes. */
type HeldEdit = PointEdit & {
  readonly router: RouterId;
  readonly benchmark: ViewId;
  readonly sample: SampleKind;
};

export type LoadedBenchmark =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly message: string }
  | { readonly status: "ready"; readonly analysis: BenchmarkAnalysis };

export type ExplorerState = {
  readonly benchmarks: Readonly<Partial<Record<ViewId, LoadedBenchmark>>>;
  readonly hidden: ReadonlySet<QualitySeries>;
  readonly edit: HeldEdit | null;
  /**
   * Fetches and analyses a benchmark, unless that is done or under way. While another pair is analysed, the one before
   * stands.
   */
  readonly open: (benchmark: ViewId, pair: ModelPair | null) => Promise<void>;
  readonly toggle: (series: QualitySeries) => void;
  readonly hold: (edit: HeldEdit) => void;
};

/** What the explorer's panels share and the URL does not carry. */
export const createExplorerStore = () =>
  createStore<ExplorerState>()((set, get) => {
    const put = (benchmark: ViewId, loaded: LoadedBenchmark) =>
      set((state) => ({ benchmarks: { ...state.benchmarks, [benchmark]: loaded } }));
    /** What was asked of each benchmark last. */
    const asked = new Map<ViewId, string>();
    return {
      benchmarks: {},
      hidden: new Set(),
      edit: null,
      open: async (benchmark, pair) => {
        const key = pair === null ? "" : `${pair.strong} ${pair.weak}`;
        const status = get().benchmarks[benchmark]?.status;
        if (asked.get(benchmark) === key && (status === "loading" || status === "ready")) return;
        asked.set(benchmark, key);
        if (status !== "ready") put(benchmark, { status: "loading" });
        const answer = await loadAnalysis(benchmark, pair).then(
          (analysis): LoadedBenchmark => ({ status: "ready", analysis }),
          (error: unknown): LoadedBenchmark => ({
            status: "failed",
            message: error instanceof Error ? error.message : String(error),
          }),
        );
        // Meanwhile another pair may have been asked for.
        if (asked.get(benchmark) === key) put(benchmark, answer);
      },
      toggle: (series) =>
        set(({ hidden }) => {
          const next = new Set(hidden);
          if (!next.delete(series)) next.add(series);
          return { hidden: next };
        }),
      hold: (edit) => set({ edit }),
    };
  });
