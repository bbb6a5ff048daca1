"use client";

import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

const listeners = new Set<() => void>();
let printing = false;

/**
 * Paper shows one state: what stands still while nobody sees it, or comes a moment later, is drawn before the page is laid
 * out for it. The browser does not wait, so this does.
 */
function switchTo(next: boolean): void {
  if (printing === next) return;
  printing = next;
  flushSync(() => {
    for (const listener of listeners) listener();
  });
}

if (typeof window !== "undefined") {
  window.addEventListener("beforeprint", () => switchTo(true));
  window.addEventListener("afterprint", () => switchTo(false));
  // Some ways to print, a preview of the print layout among them, say only this.
  window.matchMedia("print").addEventListener("change", ({ matches }) => switchTo(matches));
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the page is being printed. */
export const usePrinting = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => printing,
    () => false,
  );
