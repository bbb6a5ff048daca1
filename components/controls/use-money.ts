"use client";

import { useMemo } from "react";
import type { MoneyModel } from "@/lib/calibration/money";
import type { Assumptions } from "@/lib/view/shared/assumptions";
import {
  type PairPrices,
  type PricedPair,
  pairKey,
  pairMoney,
  pairPrices,
  SERVED_PAIR,
} from "@/lib/view/shared/pair-prices";
import { settingsOf, useMoneyStore } from "./money-store";

const NONE = {};

export type Money = {
  readonly prices: PairPrices;
  readonly assumptions: Assumptions;
  /** Null where the price of a model is not known: then there is no sum of dollars. */
  readonly model: MoneyModel | null;
};

/** What the two models of a pair are taken to cost, and what a month is taken to hold. */
export function useMoney({ strong, weak, priceOf }: PricedPair = SERVED_PAIR): Money {
  const { assumptions, typed } = useMoneyStore(settingsOf);
  const key = pairKey({ strong, weak });
  const own = typed[key] ?? NONE;
  const link = useMoneyStore(({ linkPrices }) => (linkPrices?.pair === key ? linkPrices.prices : null));
  return useMemo(() => {
    const prices = pairPrices({ strong, weak, priceOf }, own, assumptions.promptTokens, link);
    return { prices, assumptions, model: pairMoney(prices, assumptions) };
  }, [strong, weak, priceOf, own, assumptions, link]);
}
