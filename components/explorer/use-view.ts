"use client";

import { createParser, useQueryState } from "nuqs";
import { routerParser } from "@/components/controls/url-state";
import { type BenchmarkId, isBenchmarkId } from "@/lib/domain/benchmark";
import { useExplorer } from "./explorer-context";

/** `?benchmark=gsm8k`; an unknown id falls back to the default. */
const benchmarkParser = createParser({
  parse: (text: string): BenchmarkId | null => (isBenchmarkId(text) ? text : null),
  serialize: (id: BenchmarkId) => id,
}).withOptions({ clearOnDefault: true });

/** Router and benchmark that are looked at, from the URL; where it names none, those with the clearest curve. */
export function useView() {
  const { opening } = useExplorer().data;
  const [router, setRouter] = useQueryState("router", { ...routerParser, defaultValue: opening.router });
  const [benchmark, setBenchmark] = useQueryState("benchmark", benchmarkParser.withDefault(opening.benchmark));
  return { router, setRouter, benchmark, setBenchmark };
}
