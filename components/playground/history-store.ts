"use client";

import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import { browserStorage } from "@/components/controls/browser-storage";
import { type RecentPrompt, type RecordedPrompt, recordPrompt, toHistory } from "@/lib/view/shared/prompt-history";

type HistoryState = {
  /** Newest first. */
  readonly history: readonly RecordedPrompt[];
  readonly record: (tried: RecentPrompt) => void;
  readonly clear: () => void;
};

/** The prompts tried in this tab; kept until it is closed, read back entry by entry. */
export const useHistoryStore = create<HistoryState>()(
  persist(
    (set) => ({
      history: [],
      record: (tried) => set(({ history }) => ({ history: recordPrompt(history, tried, Date.now()) })),
      clear: () => set({ history: [] }),
    }),
    {
      name: "routellm-history",
      storage: createJSONStorage(() => browserStorage("session")),
      partialize: ({ history }) => ({ history }),
      merge: (stored, state) => ({
        ...state,
        history: toHistory(typeof stored === "object" && stored !== null && "history" in stored ? stored.history : []),
      }),
    },
  ),
);
