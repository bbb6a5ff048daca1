"use client";

import { type Money, useMoney } from "@/components/controls/use-money";
import type { ModelPair } from "@/lib/domain/model-pair";
import { useAnalysis } from "./explorer-context";

/** The pair that is looked at, by the opened table's own names; undefined for the one that the server routes for. */
export const usePricedPair = (): ModelPair | undefined => useAnalysis().pair?.pair;

/** What the models of the opened pair are taken to cost. */
export const usePairMoney = (): Money => useMoney(usePricedPair());
