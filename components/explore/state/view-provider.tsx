"use client";

import { parseAsString, useQueryState } from "nuqs";
import { createContext, type ReactNode, useMemo, useState } from "react";
import { routerParser } from "@/components/controls/url-state";
import type { ViewId } from "@/lib/domain/benchmark";
import type { ModelPair } from "@/lib/domain/model-pair";
import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import type { Brush } from "@/lib/view/explore/brush";
import { linkedPair } from "@/lib/view/explore/linked-pair";
import type { Pin } from "@/lib/view/explore/pin";
import { quoted, unusableInWords } from "@/lib/view/shared/address-problem";
import { benchmarkParser } from "./benchmark-parser";
import { rangeParser, regretParser } from "./brush-parsers";
import { type SampleKind, sampleParser } from "./calibration-sample";
import { useExplorer, useInside } from "./explorer-context";
import { pinParser } from "./pin-parser";

/** The two points that are kept to be compared. */
export type Pins = { readonly a: Pin | null; readonly b: Pin | null };

type View = {
  readonly router: RouterId;
  readonly benchmark: ViewId;
  /** The models by the opened table’s own names; null for the pair that the routers were trained for. */
  readonly pair: ModelPair | null;
  /** What of the address cannot be used for a reason that its own parser does not know. */
  readonly problems: readonly string[];
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
    const linked = linkedPair(benchmark, { strong, weak });
    const noSample =
      sample === chosenSample
        ? null
        : unusableInWords({
            says: `calibrated=${quoted(chosenSample)}`,
            but: `no saved calibration of ${ROUTER_INFO[router].label} is its default here`,
            shown: "α is calibrated on this benchmark",
          });
    return {
      ...{
        router,
        benchmark,
        pair: linked.pair,
        problems: [linked.problem, noSample].filter((sentence) => sentence !== null),
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
    chosenSample,
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
