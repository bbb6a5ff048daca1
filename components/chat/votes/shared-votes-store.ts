"use client";

import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import { ask, sentenceOf, tell } from "@/components/controls/ask-server";
import { browserStorage } from "@/components/controls/browser-storage";
import type { BlindVote } from "@/lib/schemas/web/blind-vote";
import { type VoteCounts, type VoteRequest, voteCountsSchema } from "@/lib/schemas/web/vote";

const PATH = "/chat/votes";
const WINNERS = { a: "model_a", b: "model_b", tie: "tie", both_bad: "tie (bothbad)" } as const;

type SharedVotesState = {
  /** Whoever votes here has agreed that votes go to the server. */
  readonly consent: boolean;
  /** What lies there; undefined until it is known. */
  readonly counts: VoteCounts | undefined;
  /** Why the last thing asked of the server was not done. */
  readonly problem: string | undefined;
  readonly agree: (consent: boolean) => void;
  readonly count: () => Promise<void>;
  /** Sends a vote, if that was agreed to. It stays in this browser either way. */
  readonly share: (vote: BlindVote) => Promise<void>;
  readonly forgetAll: () => Promise<void>;
};

/** Votes that are kept on the server too, for a router to learn from. */
export const useSharedVotes = create<SharedVotesState>()(
  persist(
    (set, get) => {
      const attempt = async (work: () => Promise<VoteCounts>): Promise<void> => {
        try {
          set({ counts: await work(), problem: undefined });
        } catch (error) {
          set({ problem: sentenceOf(error) });
        }
      };
      const readCounts = () => ask(PATH, { schema: voteCountsSchema });
      return {
        consent: false,
        counts: undefined,
        problem: undefined,
        agree: (consent) => set({ consent, problem: undefined }),
        count: () => attempt(readCounts),
        share: async (vote) => {
          if (!get().consent) return;
          await attempt(() => ask(PATH, { method: "POST", body: toRequest(vote), schema: voteCountsSchema }));
        },
        forgetAll: () =>
          attempt(async () => {
            await tell(PATH, { method: "DELETE" });
            return readCounts();
          }),
      };
    },
    {
      name: "routellm-shared-votes",
      storage: createJSONStorage(() => browserStorage("local")),
      partialize: ({ consent }) => ({ consent }),
      merge: (stored, state) => ({
        ...state,
        consent: typeof stored === "object" && stored !== null && "consent" in stored && stored.consent === true,
      }),
    },
  ),
);

function toRequest({ id, mode, router, threshold, winRate, prompt, models, answers, vote }: BlindVote): VoteRequest {
  return {
    ...{ id, mode, router, threshold, winRate, prompt, winner: WINNERS[vote] },
    ...{ modelA: models.a, modelB: models.b, answerA: answers.a, answerB: answers.b },
  };
}
