"use client";

import { create } from "zustand";
import { createJSONStorage, persist, type StateStorage } from "zustand/middleware";
import { DEFAULT_PRICES, type Prices, toPrices } from "@/lib/explorer/prices";

const STORAGE_KEY = "routellm-prices";

/** Stands in where there is no browser storage: on the server, or where the browser refuses it. */
const NO_STORAGE: StateStorage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

function browserStorage(): StateStorage {
  if (typeof window === "undefined") return NO_STORAGE;
  try {
    window.localStorage.getItem(STORAGE_KEY);
    return window.localStorage;
  } catch {
    // Storage is switched off: prices then last as long as the page.
    return NO_STORAGE;
  }
}

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
      storage: createJSONStorage(browserStorage),
      partialize: ({ prices }) => ({ prices }),
      merge: (stored, state) => ({
        ...state,
        prices: toPrices(typeof stored === "object" && stored !== null && "prices" in stored ? stored.prices : null),
      }),
    },
  ),
);
