"use client";

import { useEffect } from "react";
import { MoneyAddress } from "@/components/controls/money-address";
import {
  AnalysisProvider,
  type ExplorerData,
  ExplorerProvider,
  useExplorerStore,
} from "@/components/explore/state/explorer-context";
import { SelectionProvider } from "@/components/explore/state/selection-provider";
import { useView, ViewProvider } from "@/components/explore/state/view-provider";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Tabs } from "@/components/ui/tabs";
import { VIEW_IDS, VIEW_INFO } from "@/lib/domain/benchmark";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { isBrushed } from "@/lib/view/explore/brush";
import { CategoryPanel } from "./category-panel";
import { DeeperTabs } from "./deeper-tabs";
import { ExplorerAddressNotice } from "./explorer-address-notice";
import { ExplorerSkeleton } from "./explorer-skeleton";
import { HistogramPanel } from "./histogram-panel";
import { MetricsPanel } from "./metrics-panel";
import { PointPanel } from "./point-panel";
import { QualityPanel } from "./quality-panel";
import { QuestionDrawer } from "./question-drawer";
import { QuestionPanel } from "./question-panel";

const TABS = VIEW_IDS.map((id) => ({ id, label: VIEW_INFO[id].label }));

/** Panels whose insides concern nothing around them: a change in one is laid out there alone, which dragging feels. */
const CONTAINED = "grid min-w-0 grid-cols-[minmax(0,1fr)] contain-content print:contain-none";

/** The opened benchmark, or what stands for it while it loads or when it failed. */
function OpenedBenchmark() {
  const { benchmark, pair, brush } = useView();
  const loaded = useExplorerStore((state) => state.benchmarks[benchmark]);
  const open = useExplorerStore((state) => state.open);
  useEffect(() => void open(benchmark, pair), [open, benchmark, pair]);

  if (loaded === undefined || loaded.status === "loading") return <ExplorerSkeleton />;
  if (loaded.status === "failed") {
    return (
      <Notice kind="error" action={<Button onClick={() => void open(benchmark, pair)}>Try again</Button>}>
        {loaded.message}
      </Notice>
    );
  }
  const { table, routers } = loaded.analysis;
  const index = table.categories.indexOf(brush.category ?? "");
  // The audited MMLU still knows the name of the subject that it leaves out.
  const isThere = brush.category === null || (routers.length.sums.questions[index] ?? 0) > 0;
  return (
    <AnalysisProvider value={loaded.analysis}>
      <SelectionProvider>
        <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-3 lg:grid-cols-[minmax(0,1fr)_21rem]">
          <QualityPanel />
          <PointPanel />
        </div>
        <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-3 lg:grid-cols-2">
          <div className={`${CONTAINED} lg:col-span-2`}>
            <MetricsPanel />
          </div>
          <div className={CONTAINED}>
            <HistogramPanel />
          </div>
          <div className={CONTAINED}>
            <CategoryPanel />
          </div>
          <div className={`${CONTAINED} lg:col-span-2`}>
            <DeeperTabs />
          </div>
          {/* Last, so that opening it moves nothing that was pressed. */}
          {isThere && isBrushed(brush) ? (
            <div className={`${CONTAINED} lg:col-span-2`}>
              <QuestionPanel />
            </div>
          ) : null}
        </div>
        <QuestionDrawer />
      </SelectionProvider>
    </AnalysisProvider>
  );
}

function BenchmarkTabs() {
  const { benchmark, setBenchmark } = useView();
  return (
    <Tabs label="Benchmark" tabs={TABS} selected={benchmark} onSelect={setBenchmark}>
      <OpenedBenchmark />
    </Tabs>
  );
}

function PairMoneyAddress() {
  return <MoneyAddress pair={useView().pair ?? undefined} />;
}

/** The threshold explorer: one slider over measured curves. */
export function Explorer({ data }: { readonly data: ExplorerData }) {
  return (
    <ExplorerProvider data={data}>
      <ViewProvider>
        {data.standIns.length === 0 ? null : (
          <div className="mb-3">
            <Notice kind="empty">
              All figures here are the shipped routers’. In the playground this server asks routers of your own in place
              of {data.standIns.map((id) => ROUTER_INFO[id].label).join(" and ")}; measure them with{" "}
              <code>evaluate --win-rates</code>.
            </Notice>
          </div>
        )}
        <PairMoneyAddress />
        <ExplorerAddressNotice />
        <BenchmarkTabs />
      </ViewProvider>
    </ExplorerProvider>
  );
}
