"use client";

import { createParser, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useEffect, useState } from "react";
import { KEPT, type Kept } from "@/lib/calibration/sample-budget";
import type { RouterId } from "@/lib/domain/router-id";

/** Dollars a month, and what of a month they are to hold. */
export type Budget = { readonly monthly: number; readonly keep: Kept };

/** What a budget was turned into. */
type Aim = { readonly share: number; readonly router: RouterId };

const MOST = 1e12;

/** A plain number of dollars; null for anything else. */
export const parseBudget = (text: string): number | null =>
  /^\d+(\.\d*)?$/.test(text) && Number(text) <= MOST ? Number(text) : null;

/** `?budget=150&keep=upper`: as typed, so that a reload and a link keep it; `keep` is left out for the mean. */
const BUDGET_STATE = {
  budget: createParser({
    parse: parseBudget,
    serialize: (dollars: number) => String(dollars),
  }),
  keep: parseAsStringLiteral(KEPT).withDefault("mean"),
};

/** The budget that stands behind the share in the address, until the share or the router is changed by other means. */
export function useBudget(aim: Aim): [Budget | null, (budget: Budget, aim: Aim) => void] {
  const [given, setGiven] = useQueryStates(BUDGET_STATE);
  const [aimed, setAimed] = useState(aim);
  const stands = given.budget !== null && aimed.share === aim.share && aimed.router === aim.router;
  const isLeft = given.budget !== null && !stands;
  useEffect(() => {
    if (isLeft) void setGiven({ budget: null, keep: null });
  }, [isLeft, setGiven]);
  const set = ({ monthly, keep }: Budget, next: Aim) => {
    setAimed(next);
    void setGiven({ budget: monthly, keep });
  };
  return [stands && given.budget !== null ? { monthly: given.budget, keep: given.keep } : null, set];
}
