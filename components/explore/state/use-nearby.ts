"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

/** This far outside the window a panel counts as near: it is up to date before it is scrolled into view. */
const MARGIN = "400px";

/**
 * Whether an element is in the window or near it. Panels far down the page stand still while the slider is dragged above:
 * nobody sees them, and drawing them would cost frames.
 */
export function useNearby<Kind extends Element>(): { readonly ref: RefObject<Kind | null>; readonly nearby: boolean } {
  const ref = useRef<Kind>(null);
  const [nearby, setNearby] = useState(false);
  useEffect(() => {
    if (ref.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => setNearby(entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: MARGIN },
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return { ref, nearby };
}
