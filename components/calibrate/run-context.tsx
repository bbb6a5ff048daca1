"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { MoneyAddress } from "@/components/controls/money-address";
import { useMoneyStore } from "@/components/controls/money-store";
import { useMoney } from "@/components/controls/use-money";
import { useRouterChoice } from "@/components/controls/use-router-choice";
import { useShare } from "@/components/controls/use-share";
import type { ArtifactVersions, HandOverPrices } from "@/lib/calibration/hand-over";
import type { CalibratedSample } from "@/lib/calibration/sample-budget";
import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import type { RunResult } from "@/lib/schemas/web/run-calibration";
import { missingPrice, type PairPrices, type PricedPair, pricedModels } from "@/lib/view/shared/pair-prices";
import type { KnownPrice } from "@/lib/view/shared/paper-price";
import { RunAddressNotice } from "./run-address-notice";
import { type Budget, useBudget } from "./use-budget";

/** Targets 0, .001 … 1 of a table. */
const STEPS = 1000;

/** What a finished run shows: one router at one target share, and the money around it. */
export type RunView = {
  readonly result: RunResult;
  readonly artifacts: ArtifactVersions;
  /** Routers that scored the run, in the usual order. */
  readonly routers: readonly RouterId[];
  readonly router: RouterId;
  readonly setRouter: (router: RouterId) => void;
  readonly strongShare: number;
  readonly setStrongShare: (share: number) => void;
  /** Index of the target in every table. */
  readonly step: number;
  /** The models that this server routes between. */
  readonly pair: PricedPair;
  /** Null where a model has no price, and then the sentence that says so. */
  readonly prices: HandOverPrices | null;
  readonly noPrices: string | null;
  /** Where its prices are from, for a link. */
  readonly pairPrices: PairPrices;
  readonly promptsPerMonth: number;
  readonly setPromptsPerMonth: (prompts: number) => void;
  /** Dollars a month that the target was derived from; null once the share or the router was changed. */
  readonly budget: Budget | null;
  readonly setBudget: (budget: Budget, share: number) => void;
  readonly sampleOf: (router: RouterId) => CalibratedSample | undefined;
};

const Context = createContext<RunView | undefined>(undefined);

export function useRun(): RunView {
  const view = useContext(Context);
  if (view === undefined) throw new TypeError("useRun needs a RunProvider around it");
  return view;
}

/** One of the two models that answer, as the page gets it. */
type ServedModel = { readonly model: string; readonly known: KnownPrice | null };
export type ServedModels = { readonly strong: ServedModel; readonly weak: ServedModel };

type RunProviderProps = {
  readonly served: ServedModels;
  readonly result: RunResult;
  readonly artifacts: ArtifactVersions;
  readonly children: ReactNode;
};

export function RunProvider({ result, artifacts, served, children }: RunProviderProps) {
  const [share, setShare] = useShare();
  const [wanted, setRouter] = useRouterChoice();
  const pair = useMemo(() => {
    const known = new Map([served.strong, served.weak].map((one) => [one.model, one.known]));
    const priceOf: PricedPair["priceOf"] = (model) => known.get(model) ?? null;
    return { strong: served.strong.model, weak: served.weak.model, priceOf };
  }, [served]);
  const { prices, assumptions } = useMoney(pair);
  const assume = useMoneyStore((state) => state.assume);
  const { answerTokens, promptsPerMonth } = assumptions;
  const models = pricedModels(prices);
  const step = Math.round(share * STEPS);
  const strongShare = step / STEPS;
  const routers = ROUTER_IDS.filter((id) => result.routers[id] !== undefined);
  const router = routers.includes(wanted) ? wanted : (routers[0] ?? wanted);
  const [budget, setBudget] = useBudget({ share: strongShare, router });
  const view: RunView = {
    result,
    artifacts,
    routers,
    router,
    setRouter: (id) => void setRouter(id),
    strongShare,
    setStrongShare: (next) => void setShare(next),
    step,
    pair,
    prices: models === null ? null : { ...models, answerTokens, promptsPerMonth },
    noPrices: missingPrice(prices),
    pairPrices: prices,
    promptsPerMonth,
    setPromptsPerMonth: (prompts) => assume({ promptsPerMonth: prompts }),
    budget,
    setBudget: (next, nextShare) => {
      setBudget(next, { share: nextShare, router });
      void setShare(nextShare);
    },
    sampleOf: (id) => {
      const found = result.routers[id];
      return found === undefined ? undefined : { table: found.table, rows: result.rows, heldOut: result.heldOut };
    },
  };
  return (
    <Context value={view}>
      <MoneyAddress pair={pair} />
      <RunAddressNotice wanted={wanted} shown={router} />
      {children}
    </Context>
  );
}
