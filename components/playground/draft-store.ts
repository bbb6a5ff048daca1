"use client";

import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import { browserStorage } from "@/components/controls/browser-storage";

type DraftState = {
  /** What somebody last put into the box; empty if nothing. */
  readonly draft: string;
  readonly keep: (draft: string) => void;
};

/** The box's text, which no address carries unless a link to it was asked for; kept until the tab is closed. */
export const useDraftStore = create<DraftState>()(
  persist((set) => ({ draft: "", keep: (draft) => set({ draft }) }), {
    name: "routellm-draft",
    storage: createJSONStorage(() => browserStorage("session")),
    partialize: ({ draft }) => ({ draft }),
    merge: (stored, state) => ({
      ...state,
      draft:
        typeof stored === "object" && stored !== null && "draft" in stored && typeof stored.draft === "string"
          ? stored.draft
          : "",
    }),
  }),
);
