"use client";

import { createParser, parseAsString, useQueryState } from "nuqs";
import { createContext, type ReactNode, useMemo, useState } from "react";
import { routerParser } from "@/components/controls/url-state";
import { type BenchmarkId, isBenchmarkId } from "@/lib/domain/benchmark";
import type { RouterId } from "@/lib/domain/router-id";
import type { Brush } from "@/lib/explorer/brush";
import type { Pin } from "@/lib/explorer/pin";
import { rangeParser, regretParser } from "./brush-parsers";
import { type SampleKind, sampleParser } from "./calibration-sample";
import { useExplorer, useInside } from "./explorer-context";
import { pinParser } from "./pin-parser";

/** `?benchmark=gsm8k`; an unknown id falls back to the default. */
const benchmarkParser = createParser({
  parse: (text: string): BenchmarkId | null => (isBenchmarkId(text) ? text : null),
  serialize: (id: BenchmarkId) => id,
}).withOptions({ clearOnDefault: true });

/** The two points that are kept to be compared. */
export type Pins = { readonly a: Pin | null; readonly b: Pin | null };

type View = {
  readonly router: RouterId;
  readonly benchmark: BenchmarkId;
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
  readonly setBenchmark: (benchmark: BenchmarkId) => void;
  readonly setSample: (sample: SampleKind) => void;
  /** Changes what is named and keeps the rest. */
  readonly setBrush: (changed: Partial<Brush>) => void;
  readonly setQuestion: (id: string | null) => void;
  readonly setPin: (letter: keyof Pins, pin: Pin | null) => void;
};

const ViewContext = createContext<View | null>(null);

/** Reads the URL once for all panels: every reader of it costs each frame of a drag something. */
export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const { opening } = useExplorer().data;
  const [router, setRouter] = useQueryState("router", { ...routerParser, defaultValue: opening.router });
  const [benchmark, setBenchmark] = useQueryState("benchmark", benchmarkParser.withDefault(opening.benchmark));
  const [sample, setSample] = useQueryState("calibrated", sampleParser);
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
      ...{ router, benchmark, sample, brush, openedByHand, question, pins: { a, b } },
      setRouter: (id: RouterId) => void setRouter(id),
      setBenchmark: (id: BenchmarkId) => void setBenchmark(id),
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
