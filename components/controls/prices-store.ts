"use client";

import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import { DEFAULT_PRICES, type Prices, toPrices } from "@/lib/explorer/prices";
import { browserStorage } from "./browser-storage";

const STORAGE_KEY = "routellm-prices";

type PricesState = {
  readonly prices: Prices;
  readonly setPrices: (changed: Partial<Prices>) => void;
  readonly reset: () => void;
};

/** The prices and lengths assumed on every page; kept in this browser, read back field by field. */
export const usePricesStore = create<PricesState>()(
  persist(
    (set) => ({
      prices: DEFAULT_PRICES,
      setPrices: (changed) => set((state) => ({ prices: toPrices({ ...state.prices, ...changed }) })),
      reset: () => set({ prices: DEFAULT_PRICES }),
    }),
    {
      name: STORAGE_KEY,
      storage: createJSONStorage(() => browserStorage("local")),
      partialize: ({ prices }) => ({ prices }),
      merge: (stored, state) => ({
        ...state,
        prices: toPrices(typeof stored === "object" && stored !== null && "prices" in stored ? stored.prices : null),
      }),
    },
  ),
);
