"use client";

import { createParser, parseAsString, useQueryState } from "nuqs";
import { createContext, type ReactNode, useMemo, useState } from "react";
import { routerParser } from "@/components/controls/url-state";
import { type BenchmarkId, isBenchmarkId } from "@/lib/domain/benchmark";
import type { RouterId } from "@/lib/domain/router-id";
import { type SampleKind, sampleParser } from "./calibration-sample";
import { useExplorer, useInside } from "./explorer-context";

/** `?benchmark=gsm8k`; an unknown id falls back to the default. */
const benchmarkParser = createParser({
  parse: (text: string): BenchmarkId | null => (isBenchmarkId(text) ? text : null),
  serialize: (id: BenchmarkId) => id,
}).withOptions({ clearOnDefault: true });

type View = {
  readonly router: RouterId;
  readonly benchmark: BenchmarkId;
  /** Which prompts α is calibrated on. */
  readonly sample: SampleKind;
  /** The category whose questions are open, as the URL names it: there may be none of that name. */
  readonly category: string | null;
  /** The category that was opened on this page and not by its address. */
  readonly openedByHand: string | null;
  readonly setRouter: (router: RouterId) => void;
  readonly setBenchmark: (benchmark: BenchmarkId) => void;
  readonly setSample: (sample: SampleKind) => void;
  readonly setCategory: (category: string | null) => void;
};

const ViewContext = createContext<View | null>(null);

/** Reads the URL once for all panels: every reader of it costs each frame of a drag something. */
export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const { opening, ownSamples } = useExplorer().data;
  const [router, setRouter] = useQueryState("router", { ...routerParser, defaultValue: opening.router });
  const [benchmark, setBenchmark] = useQueryState("benchmark", benchmarkParser.withDefault(opening.benchmark));
  const [chosenSample, setSample] = useQueryState("calibrated", sampleParser);
  // Another router, or a saved calibration that is gone, leaves the default.
  const sample = chosenSample === "saved" && ownSamples[router] === undefined ? "benchmark" : chosenSample;
  const [category, setCategory] = useQueryState("category", parseAsString);
  const [openedByHand, setOpened] = useState<string | null>(null);
  const view = useMemo(
    () => ({
      router,
      benchmark,
      sample,
      category,
      openedByHand,
      setRouter: (id: RouterId) => void setRouter(id),
      setBenchmark: (id: BenchmarkId) => void setBenchmark(id),
      setSample: (kind: SampleKind) => void setSample(kind),
      setCategory: (name: string | null) => {
        setOpened(name);
        void setCategory(name);
      },
    }),
    [router, benchmark, sample, category, openedByHand, setRouter, setBenchmark, setSample, setCategory],
  );
  return <ViewContext value={view}>{children}</ViewContext>;
}

/** The button that opens a category's questions: whoever closes them is taken back to it. */
export const categoryButtonId = (category: string): string => `category-${category}`;

/** What is looked at: where the URL names no router or benchmark, those with the clearest curve. */
export const useView = () => useInside(ViewContext);
