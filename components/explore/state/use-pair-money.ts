"use client";

import { useMemo } from "react";
import { type Money, useMoney } from "@/components/controls/use-money";
import { knownPrice } from "@/lib/view/shared/known-price";
import type { PricedPair } from "@/lib/view/shared/pair-prices";
import { useAnalysis } from "./explorer-context";

/** The pair that is looked at, by the opened table's own names; undefined for the one that the server routes for. */
export function usePricedPair(): PricedPair | undefined {
  const pair = useAnalysis().pair?.pair;
  return useMemo(() => (pair === undefined ? undefined : { ...pair, priceOf: knownPrice }), [pair]);
}

/** What the models of the opened pair are taken to cost. */
export const usePairMoney = (): Money => useMoney(usePricedPair());
