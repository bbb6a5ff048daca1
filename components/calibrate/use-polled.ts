"use client";

import { useCallback, useEffect, useState } from "react";
import type { z } from "zod";
import { ask, sentenceOf } from "@/components/controls/ask-server";

const POLL_MS = 500;

export type Polled<Value> = {
  /** The last answer that came; undefined before the first. */
  readonly value: Value | undefined;
  /** Why the last question got none. */
  readonly problem: string | undefined;
  readonly refresh: () => void;
};

/** Asks a route, and again every half second while `goesOn` says so of its answer. */
export function usePolled<Schema extends z.ZodType>(
  path: string,
  { schema, goesOn }: { readonly schema: Schema; readonly goesOn: (value: z.infer<Schema>) => boolean },
): Polled<z.infer<Schema>> {
  const [value, setValue] = useState<z.infer<Schema>>();
  const [problem, setProblem] = useState<string>();
  const [round, setRound] = useState(0);
  const refresh = useCallback(() => setRound((count) => count + 1), []);
  useEffect(() => {
    const stopper = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      let again = true;
      try {
        const answer = await ask(path, { schema, signal: stopper.signal });
        setValue(answer);
        setProblem(undefined);
        again = goesOn(answer);
      } catch (error) {
        if (stopper.signal.aborted) return;
        setProblem(sentenceOf(error));
        again = false;
      }
      if (again && !stopper.signal.aborted) timer = setTimeout(() => void look(), POLL_MS);
    };
    // A new round is a new look.
    if (round >= 0) void look();
    return () => {
      stopper.abort();
      clearTimeout(timer);
    };
  }, [path, schema, goesOn, round]);
  return { value, problem, refresh };
}
