"use client";

import { useEffect, useRef } from "react";
import type { TriedPrompt } from "@/lib/explorer/prompt-history";
import { useHistoryStore } from "./history-store";

/** A text that stands this long is one that somebody tried, not one on the way to it. */
const STANDING_MS = 1200;

/**
 * Puts what was tried into the history: `note` a text that has been scored, `forget` it when it is typed over, and what
 * still stands is recorded after a while, at `flush`, or on leaving the page.
 */
export function useRecording() {
  const record = useHistoryStore((state) => state.record);
  const noted = useRef<TriedPrompt>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const forget = (): void => {
    clearTimeout(timer.current);
    noted.current = undefined;
  };
  const flush = (): void => {
    const tried = noted.current;
    forget();
    if (tried !== undefined) record(tried);
  };
  const note = (tried: TriedPrompt): void => {
    clearTimeout(timer.current);
    noted.current = tried;
    timer.current = setTimeout(flush, STANDING_MS);
  };

  const flushAtEnd = useRef(flush);
  useEffect(() => () => flushAtEnd.current(), []);

  return { note, forget, flush };
}
