"use client";

import { create } from "zustand";
import { ask, sentenceOf } from "@/components/controls/ask-server";
import { type RetrainingStatus, retrainingStatusSchema } from "@/lib/schemas/web/retraining-state";

const PATH = "/chat/retraining";

type RetrainingState = {
  /** How things stand on the server; undefined until it is known. */
  readonly status: RetrainingStatus | undefined;
  /** Why the last thing asked for was not done. */
  readonly problem: string | undefined;
  /** Something has been asked for and not answered. */
  readonly busy: boolean;
  readonly look: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Cancels a training, or discards what it made. */
  readonly drop: () => Promise<void>;
  /** @returns whether it was done. */
  readonly use: (version: string) => Promise<boolean>;
  readonly goBack: () => Promise<boolean>;
};

/** The training on votes, as the server tells of it. */
export const useRetraining = create<RetrainingState>()((set) => {
  const attempt = async (work: () => Promise<RetrainingStatus>): Promise<boolean> => {
    set({ busy: true });
    try {
      set({ status: await work(), problem: undefined });
      return true;
    } catch (error) {
      set({ problem: sentenceOf(error) });
      return false;
    } finally {
      set({ busy: false });
    }
  };
  const schema = retrainingStatusSchema;
  const post = (body: unknown) => attempt(() => ask(PATH, { method: "POST", body, schema }));
  return {
    status: undefined,
    problem: undefined,
    busy: false,
    // A glance takes nothing away: neither a button nor the sentence that says what failed.
    look: async () => {
      try {
        set({ status: await ask(PATH, { schema }) });
      } catch (error) {
        set({ problem: sentenceOf(error) });
      }
    },
    start: async () => {
      await post({ action: "start" });
    },
    drop: async () => {
      await attempt(() => ask(PATH, { method: "DELETE", schema }));
    },
    use: (version) => post({ action: "use", version }),
    goBack: () => post({ action: "shipped" }),
  };
});
