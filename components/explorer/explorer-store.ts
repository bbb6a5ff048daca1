import { createStore } from "zustand";
import type { QualitySeries } from "@/components/charts/quality-data";
import { DEFAULT_MONEY } from "@/lib/calibration/money";
import type { BenchmarkId } from "@/lib/domain/benchmark";
import type { RouterId } from "@/lib/domain/router-id";
import { analyseBenchmark, type BenchmarkAnalysis } from "@/lib/explorer/analysis";
import type { FaceEdit } from "@/lib/explorer/edit-face";
import type { SampleKind } from "./calibration-sample";
import { fetchBenchmark } from "./fetch-benchmark";

/** The last edit of a face other than the share, and what it was made on: it holds until any of that changes. */
type HeldEdit = FaceEdit & {
  readonly router: RouterId;
  readonly benchmark: BenchmarkId;
  readonly sample: SampleKind;
};

export type LoadedBenchmark =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly message: string }
  | { readonly status: "ready"; readonly analysis: BenchmarkAnalysis };

export type ExplorerState = {
  readonly benchmarks: Readonly<Partial<Record<BenchmarkId, LoadedBenchmark>>>;
  readonly promptsPerMonth: number;
  readonly hidden: ReadonlySet<QualitySeries>;
  readonly edit: HeldEdit | null;
  /** Fetches and analyses a benchmark, unless that is done or under way. */
  readonly open: (benchmark: BenchmarkId) => Promise<void>;
  readonly setPromptsPerMonth: (prompts: number) => void;
  readonly toggle: (series: QualitySeries) => void;
  readonly hold: (edit: HeldEdit) => void;
};

/** What the explorer's panels share and the URL does not carry. */
export const createExplorerStore = () =>
  createStore<ExplorerState>()((set, get) => {
    const put = (benchmark: BenchmarkId, loaded: LoadedBenchmark) =>
      set((state) => ({ benchmarks: { ...state.benchmarks, [benchmark]: loaded } }));
    return {
      benchmarks: {},
      promptsPerMonth: DEFAULT_MONEY.promptsPerMonth,
      hidden: new Set(),
      edit: null,
      open: async (benchmark) => {
        const status = get().benchmarks[benchmark]?.status;
        if (status === "loading" || status === "ready") return;
        put(benchmark, { status: "loading" });
        try {
          put(benchmark, { status: "ready", analysis: analyseBenchmark(await fetchBenchmark(benchmark), benchmark) });
        } catch (error) {
          put(benchmark, { status: "failed", message: error instanceof Error ? error.message : String(error) });
        }
      },
      setPromptsPerMonth: (promptsPerMonth) => set({ promptsPerMonth }),
      toggle: (series) =>
        set(({ hidden }) => {
          const next = new Set(hidden);
          if (!next.delete(series)) next.add(series);
          return { hidden: next };
        }),
      hold: (edit) => set({ edit }),
    };
  });
