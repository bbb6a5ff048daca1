"use client";

import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import {
  type Assumptions,
  DEFAULT_ASSUMPTIONS,
  type TypedPrices,
  toAssumptions,
  toTypedPrices,
} from "@/lib/view/shared/assumptions";
import { type LinkPrices, SERVED_PAIR_KEY } from "@/lib/view/shared/pair-prices";
import { browserStorage } from "./browser-storage";

const STORAGE_KEY = "routellm-prices";

/** What every sum of dollars depends on. Prices belong to a pair of models, by its key. */
export type MoneySettings = {
  readonly assumptions: Assumptions;
  readonly typed: Readonly<Record<string, TypedPrices>>;
};

const DEFAULT_SETTINGS: MoneySettings = { assumptions: DEFAULT_ASSUMPTIONS, typed: {} };

type MoneyState = {
  /** Kept in this browser. */
  readonly own: MoneySettings;
  /** Those of the link that was opened, in place of the own ones; they become own by the first edit. */
  readonly linked: MoneySettings | null;
  /** Known prices as the link that was opened holds them, and of which pair; they stay through edits until a reset. */
  readonly linkPrices: { readonly pair: string; readonly prices: LinkPrices } | null;
  readonly follow: (linked: MoneySettings, linkPrices: MoneyState["linkPrices"]) => void;
  readonly assume: (changed: Partial<Assumptions>) => void;
  readonly price: (pair: string, changed: TypedPrices) => void;
  /** Back to what is known: prices of this pair, and lengths. */
  readonly reset: (pair: string) => void;
};

export const settingsOf = ({ own, linked }: Pick<MoneyState, "own" | "linked">): MoneySettings => linked ?? own;

/** Reads stored settings field by field; before prices belonged to pairs they were kept under `prices`, for the served one. */
export function toSettings(stored: unknown): MoneySettings {
  const state: Readonly<Record<string, unknown>> = typeof stored === "object" && stored !== null ? { ...stored } : {};
  if (!("own" in state)) {
    const typed = toTypedPrices(state.prices);
    const none = typed.strong === undefined && typed.weak === undefined;
    return { assumptions: toAssumptions(state.prices), typed: none ? {} : { [SERVED_PAIR_KEY]: typed } };
  }
  const own: Readonly<Record<string, unknown>> =
    typeof state.own === "object" && state.own !== null ? { ...state.own } : {};
  const pairs = typeof own.typed === "object" && own.typed !== null ? Object.entries(own.typed) : [];
  return {
    assumptions: toAssumptions(own.assumptions),
    typed: Object.fromEntries(pairs.map(([pair, prices]) => [pair, toTypedPrices(prices)])),
  };
}

/** The prices, lengths and volume assumed on every page; kept in this browser, read back field by field. */
export const useMoneyStore = create<MoneyState>()(
  persist(
    (set) => {
      const edit = (change: (settings: MoneySettings) => MoneySettings) =>
        set((state) => ({ own: change(settingsOf(state)), linked: null }));
      return {
        own: DEFAULT_SETTINGS,
        linked: null,
        linkPrices: null,
        follow: (linked, linkPrices) => set({ linked, linkPrices }),
        assume: (changed) =>
          edit(({ assumptions, typed }) => ({ typed, assumptions: toAssumptions({ ...assumptions, ...changed }) })),
        price: (pair, changed) =>
          edit(({ assumptions, typed }) => ({
            assumptions,
            typed: { ...typed, [pair]: toTypedPrices({ ...typed[pair], ...changed }) },
          })),
        reset: (pair) => {
          set({ linkPrices: null });
          edit(({ assumptions: { promptsPerMonth }, typed: { [pair]: _, ...others } }) => ({
            assumptions: { ...DEFAULT_ASSUMPTIONS, promptsPerMonth },
            typed: others,
          }));
        },
      };
    },
    {
      name: STORAGE_KEY,
      storage: createJSONStorage(() => browserStorage("local")),
      partialize: ({ own }) => ({ own }),
      merge: (stored, state) => ({ ...state, own: toSettings(stored) }),
    },
  ),
);
