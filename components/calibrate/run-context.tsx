"use client";

import { createContext, type ReactNode, useContext } from "react";
import { MoneyAddress } from "@/components/controls/money-address";
import { useMoneyStore } from "@/components/controls/money-store";
import { useMoney } from "@/components/controls/use-money";
import { useRouterChoice } from "@/components/controls/use-router-choice";
import { useShare } from "@/components/controls/use-share";
import type { ArtifactVersions, BlendedPrices } from "@/lib/calibration/hand-over";
import type { CalibratedSample } from "@/lib/calibration/sample-budget";
import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import type { SidePrice } from "@/lib/explorer/pair-prices";
import { blendedPrice } from "@/lib/explorer/paper-price";
import type { RunResult } from "@/lib/schemas/run-calibration";
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
  readonly prices: BlendedPrices;
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

type RunProviderProps = {
  readonly result: RunResult;
  readonly artifacts: ArtifactVersions;
  readonly children: ReactNode;
};

export function RunProvider({ result, artifacts, children }: RunProviderProps) {
  const [share, setShare] = useShare();
  const [wanted, setRouter] = useRouterChoice();
  const { prices, assumptions } = useMoney();
  const assume = useMoneyStore((state) => state.assume);
  const { answerTokens, promptsPerMonth } = assumptions;
  // Two prices of the served pair, which has one always.
  const perMillion = ({ price }: SidePrice): number => (price === null ? 0 : blendedPrice(price, assumptions));
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
    prices: {
      strongPerMillion: perMillion(prices.strong),
      weakPerMillion: perMillion(prices.weak),
      ...{ answerTokens, promptsPerMonth },
    },
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
      <MoneyAddress />
      {children}
    </Context>
  );
}
