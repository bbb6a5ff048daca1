"use client";

import { createParser, useQueryState } from "nuqs";
import { createContext, type ReactNode, useMemo } from "react";
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
  readonly setRouter: (router: RouterId) => void;
  readonly setBenchmark: (benchmark: BenchmarkId) => void;
  readonly setSample: (sample: SampleKind) => void;
};

const ViewContext = createContext<View | null>(null);

/** Reads the URL once for all panels: every reader of it costs each frame of a drag something. */
export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const { opening } = useExplorer().data;
  const [router, setRouter] = useQueryState("router", { ...routerParser, defaultValue: opening.router });
  const [benchmark, setBenchmark] = useQueryState("benchmark", benchmarkParser.withDefault(opening.benchmark));
  const [sample, setSample] = useQueryState("calibrated", sampleParser);
  const view = useMemo(
    () => ({
      router,
      benchmark,
      sample,
      setRouter: (id: RouterId) => void setRouter(id),
      setBenchmark: (id: BenchmarkId) => void setBenchmark(id),
      setSample: (kind: SampleKind) => void setSample(kind),
    }),
    [router, benchmark, sample, setRouter, setBenchmark, setSample],
  );
  return <ViewContext value={view}>{children}</ViewContext>;
}

/** What is looked at: where the URL names no router or benchmark, those with the clearest curve. */
export const useView = () => useInside(ViewContext);
