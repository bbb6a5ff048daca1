"use client";

import { useEffect, useRef } from "react";
import type { RecentPrompt } from "@/lib/view/shared/prompt-history";
import { useHistoryStore } from "./history-store";

/** A text that stands this long is one that somebody tried, not one on the way to it. */
const STANDING_MS = 1200;

/**
 * Puts what was tried into the history: `note` a text that has been scored, `forget` it when it is typed over, and what
 * still stands is recorded after a while, at `flush`, or on leaving the page. `clear` also lets go of the text in the
 * box, whose scores may still be on their way: it would otherwise bring a list back that was just cleared.
 */
export function useRecording() {
  const record = useHistoryStore((state) => state.record);
  const clearHistory = useHistoryStore((state) => state.clear);
  const noted = useRef<RecentPrompt>(undefined);
  const letGo = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const forget = (): void => {
    clearTimeout(timer.current);
    noted.current = undefined;
    letGo.current = false;
  };
  const flush = (): void => {
    const tried = noted.current;
    forget();
    if (tried !== undefined) record(tried);
  };
  const note = (tried: RecentPrompt): void => {
    if (letGo.current) return;
    clearTimeout(timer.current);
    noted.current = tried;
    timer.current = setTimeout(flush, STANDING_MS);
  };

  const clear = (): void => {
    forget();
    letGo.current = true;
    clearHistory();
  };

  const flushAtEnd = useRef(flush);
  useEffect(() => () => flushAtEnd.current(), []);

  return { note, forget, flush, clear };
}
