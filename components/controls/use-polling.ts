"use client";

import { useEffect } from "react";

/** What polling needs of a document, as `document` has it. */
export type Visibility = Pick<Document, "visibilityState" | "addEventListener" | "removeEventListener">;

/**
 * Looks again and again, with a pause after each look, until one says that it was the last. In a hidden tab nothing is
 * asked; once the tab is seen, it looks at once.
 * @param look resolves to whether to go on.
 * @returns what stops it.
 */
export function startPolling(
  look: (signal: AbortSignal) => Promise<boolean>,
  { everyMs, page = document }: { readonly everyMs: number; readonly page?: Visibility },
): () => void {
  const stopper = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking = false;
  let ended = false;
  const isHidden = (): boolean => page.visibilityState === "hidden";

  async function run(): Promise<void> {
    if (looking || ended || isHidden() || stopper.signal.aborted) return;
    clearTimeout(timer);
    looking = true;
    const goesOn = await look(stopper.signal).catch(() => false);
    looking = false;
    ended = !goesOn;
    if (goesOn && !stopper.signal.aborted) timer = setTimeout(() => void run(), everyMs);
  }

  const onChange = (): void => void run();
  page.addEventListener("visibilitychange", onChange);
  void run();
  return () => {
    stopper.abort();
    clearTimeout(timer);
    page.removeEventListener("visibilitychange", onChange);
  };
}

/** {@link startPolling} for as long as a component shows it; anew when `look` changes. Without `look` it rests. */
export function usePolling(look: ((signal: AbortSignal) => Promise<boolean>) | undefined, everyMs: number): void {
  useEffect(() => (look === undefined ? undefined : startPolling(look, { everyMs })), [look, everyMs]);
}
