"use client";

import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import { browserStorage } from "@/components/controls/browser-storage";
import { type BlindVote, blindVoteSchema } from "@/lib/schemas/web/blind-vote";
import { firstThatFit } from "@/lib/view/shared/first-that-fit";

/** A fifth of what a site may store. */
const ROOM = 1_000_000;
const LIMIT = 1000;

type VoteState = {
  /** Newest first. */
  readonly votes: readonly BlindVote[];
  /** Comparisons of policies in which both chose the same model: nothing to vote on. */
  readonly agreements: number;
  readonly cast: (vote: BlindVote) => void;
  readonly agree: () => void;
  readonly removeAll: () => void;
};

const bounded = (votes: readonly BlindVote[]): readonly BlindVote[] =>
  firstThatFit(votes, { room: ROOM, limit: LIMIT, sizeOf: (vote) => JSON.stringify(vote).length });

/** Reads what was stored, vote by vote: what is damaged or of another version is left out. */
function readStored(stored: unknown): Partial<VoteState> {
  if (typeof stored !== "object" || stored === null) return {};
  const list: readonly unknown[] = "votes" in stored && Array.isArray(stored.votes) ? stored.votes : [];
  const agreements = "agreements" in stored && Number.isSafeInteger(stored.agreements) ? Number(stored.agreements) : 0;
  return {
    votes: bounded(list.flatMap((entry) => blindVoteSchema.safeParse(entry).data ?? [])),
    agreements: Math.max(0, agreements),
  };
}

/** The votes given in this browser, and the only place that knows where they are kept. */
export const useVoteStore = create<VoteState>()(
  persist(
    (set) => ({
      votes: [],
      agreements: 0,
      cast: (vote) => set(({ votes }) => ({ votes: bounded([vote, ...votes]) })),
      agree: () => set(({ agreements }) => ({ agreements: agreements + 1 })),
      removeAll: () => set({ votes: [], agreements: 0 }),
    }),
    {
      name: "routellm-votes",
      storage: createJSONStorage(() => browserStorage("local")),
      partialize: ({ votes, agreements }) => ({ votes, agreements }),
      merge: (stored, state) => ({ ...state, ...readStored(stored) }),
    },
  ),
);
