"use client";

import { type Context, createContext, type ReactNode, useContext, useState } from "react";
import { useStore } from "zustand";
import { useCalibrations } from "@/components/controls/use-calibrations";
import type { BenchmarkId } from "@/lib/domain/benchmark";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import type { BenchmarkAnalysis } from "@/lib/view/explore/analysis";
import type { Advice, RouterFacts } from "@/lib/view/explore/guidance";
import type { OwnSample } from "@/lib/view/shared/own-sample";
import { createExplorerStore, type ExplorerState } from "./explorer-store";

/** A router's APGR and CPTs (shares of strong calls, null where never reached) on one set of thresholds. */
type ThresholdFigures = { readonly apgr: number; readonly cpt50: number | null; readonly cpt80: number | null };

/** What the server knows before any benchmark is opened. */
export type ExplorerData = {
  /** The router and benchmark with the clearest curve: shown where the URL names none. */
  readonly opening: { readonly router: RouterId; readonly benchmark: BenchmarkId };
  /** 95 % bootstrap intervals of APGR. */
  readonly intervals: Readonly<Record<BenchmarkId, Readonly<Record<RouterId, readonly [number, number]>>>>;
  /** Figures on the 11 decile thresholds on which the paper reports, to compare with it. */
  readonly deciles: Readonly<Record<BenchmarkId, Readonly<Record<RouterId, ThresholdFigures>>>>;
  readonly bootstrapResamples: number;
  /** Digest of the file that has the win rates on real chat prompts. */
  readonly calibrations: string;
  /** Saved calibrations of the shipped routers that are their defaults. */
  readonly ownSamples: Readonly<Partial<Record<RouterId, OwnSample>>>;
  /** Which router for which constraint, and the figures that say so. */
  readonly guidance: {
    readonly facts: readonly RouterFacts[];
    readonly advice: readonly Advice[];
    /** When and on what the speeds were measured. */
    readonly measured: { readonly date: string; readonly machine: string };
  };
  /** Names the weights that this server scores with. */
  readonly weights: string;
  /** Routers in whose place the playground asks others, which no figure here is about. */
  readonly standIns: readonly RouterId[];
};

type Explorer = {
  readonly data: ExplorerData;
  /** Ascending, for calibrating on. */
  readonly chatSamples: Readonly<Record<RouterId, Float64Array>>;
  /** The same of the prompts of a saved calibration; the chat prompts for a router without one. */
  readonly savedSamples: Readonly<Record<RouterId, Float64Array>>;
  readonly store: ReturnType<typeof createExplorerStore>;
};

const ExplorerContext = createContext<Explorer | null>(null);
const AnalysisContext = createContext<BenchmarkAnalysis | null>(null);

export function ExplorerProvider({ data, children }: { readonly data: ExplorerData; readonly children: ReactNode }) {
  const { samples } = useCalibrations(data.calibrations);
  const [explorer] = useState<Explorer>(() => {
    const chatSamples = forEveryRouter((router) => Float64Array.from(samples[router]));
    const savedSamples = forEveryRouter((router) => {
      const own = data.ownSamples[router];
      return own === undefined ? chatSamples[router] : Float64Array.from(own.winRates);
    });
    return { data, chatSamples, savedSamples, store: createExplorerStore() };
  });
  return <ExplorerContext value={explorer}>{children}</ExplorerContext>;
}

/** Around everything that needs the opened benchmark. */
export const AnalysisProvider = AnalysisContext.Provider;

/** A context's value, or a plain error for whoever moves a panel out of its provider. */
export function useInside<Value>(context: Context<Value | null>): Value {
  const value = useContext(context);
  if (value === null) throw new Error("This part of the explorer stands outside its provider.");
  return value;
}

export const useExplorer = () => useInside(ExplorerContext);

export const useExplorerStore = <Value,>(select: (state: ExplorerState) => Value): Value =>
  useStore(useExplorer().store, select);

/** The opened benchmark. */
export const useAnalysis = () => useInside(AnalysisContext);
