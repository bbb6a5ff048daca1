"use client";

import { createParser, parseAsString, useQueryState } from "nuqs";
import { createContext, type ReactNode, useMemo, useState } from "react";
import { routerParser } from "@/components/controls/url-state";
import { isViewId, type ViewId } from "@/lib/domain/benchmark";
import type { ModelPair } from "@/lib/domain/model-pair";
import { isPairTableId, PAIR_TABLE_INFO } from "@/lib/domain/pair-table";
import type { RouterId } from "@/lib/domain/router-id";
import type { Brush } from "@/lib/explorer/brush";
import type { Pin } from "@/lib/explorer/pin";
import { rangeParser, regretParser } from "./brush-parsers";
import { type SampleKind, sampleParser } from "./calibration-sample";
import { useExplorer, useInside } from "./explorer-context";
import { pinParser } from "./pin-parser";

/** `?benchmark=gsm8k`; an unknown id falls back to the default. */
const benchmarkParser = createParser({
  parse: (text: string): ViewId | null => (isViewId(text) ? text : null),
  serialize: (id: ViewId) => id,
}).withOptions({ clearOnDefault: true });

/** The two points that are kept to be compared. */
export type Pins = { readonly a: Pin | null; readonly b: Pin | null };

/** MMLU-Pro and MATH know other models alone, so that one of their pairs is always chosen; GSM8K has both. */
function pairOf(
  benchmark: ViewId,
  { strong, weak }: { readonly strong: string | null; readonly weak: string | null },
): ModelPair | null {
  if (!isPairTableId(benchmark)) return null;
  if (strong !== null && weak !== null) return { strong, weak };
  return benchmark === "gsm8k" ? null : PAIR_TABLE_INFO[benchmark].pair;
}

type View = {
  readonly router: RouterId;
  readonly benchmark: ViewId;
  /** The models by the opened table’s own names; null for the pair that the routers were trained for. */
  readonly pair: ModelPair | null;
  /** Which prompts α is calibrated on. */
  readonly sample: SampleKind;
  /** What is picked out of all questions, as the URL says; there may be no category of that name. */
  readonly brush: Brush;
  /** The category that was opened on this page and not by its address. */
  readonly openedByHand: string | null;
  /** The question whose drawer is open, as the URL names it: there may be none of that id. */
  readonly question: string | null;
  readonly pins: Pins;
  readonly setRouter: (router: RouterId) => void;
  readonly setBenchmark: (benchmark: ViewId) => void;
  /** Null goes back to the pair that the routers were trained for, where there is one. */
  readonly setPair: (pair: ModelPair | null) => void;
  readonly setSample: (sample: SampleKind) => void;
  /** Changes what is named and keeps the rest. */
  readonly setBrush: (changed: Partial<Brush>) => void;
  readonly setQuestion: (id: string | null) => void;
  readonly setPin: (letter: keyof Pins, pin: Pin | null) => void;
};

const ViewContext = createContext<View | null>(null);

/** Reads the URL once for all panels: every reader of it costs each frame of a drag something. */
export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const { opening, ownSamples } = useExplorer().data;
  const [router, setRouter] = useQueryState("router", { ...routerParser, defaultValue: opening.router });
  const [benchmark, setBenchmark] = useQueryState("benchmark", benchmarkParser.withDefault(opening.benchmark));
  const [strong, setStrong] = useQueryState("strong", parseAsString);
  const [weak, setWeak] = useQueryState("weak", parseAsString);
  const [chosenSample, setSample] = useQueryState("calibrated", sampleParser);
  // Another router, or a saved calibration that is gone, leaves the default.
  const sample = chosenSample === "saved" && ownSamples[router] === undefined ? "benchmark" : chosenSample;
  const [category, setCategory] = useQueryState("category", parseAsString);
  const [regret, setRegret] = useQueryState("regret", regretParser);
  const [range, setRange] = useQueryState("range", rangeParser);
  const [question, setQuestion] = useQueryState("question", parseAsString);
  const [a, setA] = useQueryState("a", pinParser);
  const [b, setB] = useQueryState("b", pinParser);
  const [openedByHand, setOpened] = useState<string | null>(null);
  const view = useMemo(() => {
    const brush: Brush = { category, regret, range };
    return {
      ...{
        router,
        benchmark,
        pair: pairOf(benchmark, { strong, weak }),
        sample,
        brush,
        openedByHand,
        question,
        pins: { a, b },
      },
      setRouter: (id: RouterId) => void setRouter(id),
      setBenchmark: (id: ViewId) => {
        // Other tables have other models.
        if (id !== benchmark) {
          void setStrong(null);
          void setWeak(null);
        }
        void setBenchmark(id);
      },
      setPair: (pair: ModelPair | null) => {
        void setStrong(pair?.strong ?? null);
        void setWeak(pair?.weak ?? null);
      },
      setSample: (kind: SampleKind) => void setSample(kind),
      setBrush: (changed: Partial<Brush>) => {
        if (changed.category !== undefined) {
          setOpened(changed.category);
          void setCategory(changed.category);
        }
        if (changed.regret !== undefined) void setRegret(changed.regret);
        if (changed.range !== undefined) void setRange(changed.range);
      },
      setQuestion: (id: string | null) => void setQuestion(id),
      setPin: (letter: keyof Pins, pin: Pin | null) => void (letter === "a" ? setA : setB)(pin),
    };
  }, [
    router,
    benchmark,
    strong,
    weak,
    sample,
    category,
    regret,
    range,
    openedByHand,
    question,
    a,
    b,
    setRouter,
    setBenchmark,
    setStrong,
    setWeak,
    setSample,
    setCategory,
    setRegret,
    setRange,
    setQuestion,
    setA,
    setB,
  ]);
  return <ViewContext value={view}>{children}</ViewContext>;
}

/** The button that opens a category's questions: whoever closes them is taken back to it. */
export const categoryButtonId = (category: string): string => `category-${category}`;

/** What is looked at: where the URL names no router or benchmark, those with the clearest curve. */
export const useView = () => useInside(ViewContext);
