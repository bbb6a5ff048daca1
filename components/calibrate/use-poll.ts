"use client";

import { useCallback, useState } from "react";
import type { z } from "zod";
import { ask, sentenceOf } from "@/components/controls/ask-server";
import { usePolling } from "@/components/controls/use-polling";

const POLL_MS = 500;

export type PollState<Value> = {
  /** The last answer that came; undefined before the first. */
  readonly value: Value | undefined;
  /** Why the last question got none. */
  readonly problem: string | undefined;
  readonly refresh: () => void;
};

/** Asks a route, and again every half second that the tab is seen, while `goesOn` says so of its answer. */
export function usePoll<Schema extends z.ZodType>(
  path: string,
  { schema, goesOn }: { readonly schema: Schema; readonly goesOn: (value: z.infer<Schema>) => boolean },
): PollState<z.infer<Schema>> {
  const [value, setValue] = useState<z.infer<Schema>>();
  const [problem, setProblem] = useState<string>();
  const [round, setRound] = useState(0);
  const refresh = useCallback(() => setRound((count) => count + 1), []);
  const look = useCallback(
    async (signal: AbortSignal): Promise<boolean> => {
      // A new round is a new look.
      if (round < 0) return false;
      try {
        const answer = await ask(path, { schema, signal });
        setValue(answer);
        setProblem(undefined);
        return goesOn(answer);
      } catch (error) {
        if (!signal.aborted) setProblem(sentenceOf(error));
        return false;
      }
    },
    [path, schema, goesOn, round],
  );
  usePolling(look, POLL_MS);
  return { value, problem, refresh };
}
