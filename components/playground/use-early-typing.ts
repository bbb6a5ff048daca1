"use client";

import { useEffect, useRef, useState } from "react";

/** What somebody typed into the box with this id before the page's script came; undefined if nobody did. */
function readEarlyTyping(boxId: string): string | undefined {
  if (typeof document === "undefined") return undefined;
  const box = document.getElementById(boxId);
  return box instanceof HTMLTextAreaElement && box.value !== box.defaultValue ? box.value : undefined;
}

/**
 * Hands over what was typed before the page came alive. React writes the server's text back into the box when it takes
 * it over, so the box is read while rendering, just before that, and `onTyped` is called just after.
 */
export function useEarlyTyping(boxId: string, onTyped: (text: string) => void): void {
  const [typed] = useState(() => readEarlyTyping(boxId));
  const handOver = useRef(onTyped);
  useEffect(() => {
    if (typed !== undefined) handOver.current(typed);
  }, [typed]);
}
