"use client";

import dynamic from "next/dynamic";
import { useQueryState } from "nuqs";
import { analysisParser } from "@/components/explore/state/analysis-parser";
import { useView } from "@/components/explore/state/view-provider";
import { Card } from "@/components/ui/card";
import { Tabs } from "@/components/ui/tabs";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { RegretPanel } from "./regret-panel";

const Waiting = () => <p className="min-h-96 text-sm text-muted">Loading…</p>;

/** The first tab comes with the page, so that it moves nothing below it; the others are loaded when opened. */
const PANELS = {
  regret: RegretPanel,
  compare: dynamic(() => import("./compare-panel").then((panel) => panel.ComparePanel), {
    ssr: false,
    loading: Waiting,
  }),
  authors: dynamic(() => import("./authors-panel").then((panel) => panel.AuthorsPanel), {
    ssr: false,
    loading: Waiting,
  }),
  pairs: dynamic(() => import("./pair-matrix-panel").then((panel) => panel.PairMatrixPanel), {
    ssr: false,
    loading: Waiting,
  }),
  guidance: dynamic(() => import("./guidance-panel").then((panel) => panel.GuidancePanel), {
    ssr: false,
    loading: Waiting,
  }),
};

const TABS = [
  { id: "regret", label: "Gains and losses" },
  { id: "compare", label: "Compare A and B" },
  { id: "authors", label: "The authors’ analyses" },
  { id: "pairs", label: "Other pairs" },
  { id: "guidance", label: "Which router?" },
] as const;

/** What lies beyond the curve, one view at a time; the address keeps which. */
export function DeeperTabs() {
  const [analysis, setAnalysis] = useQueryState("analysis", analysisParser);
  const { router } = useView();
  const Panel = PANELS[analysis];
  return (
    <Card title="Where routing gains and loses" aside={ROUTER_INFO[router].label}>
      <Tabs label="Analysis" tabs={TABS} selected={analysis} onSelect={(id) => void setAnalysis(id)}>
        <div className="pt-3">
          <Panel />
        </div>
      </Tabs>
    </Card>
  );
}
