"use client";

import { startTransition, useEffect, useRef, useState } from "react";
import { usePrinting } from "@/components/ui/use-printing";

/**
 * The value as it was at most `milliseconds` ago: for tables too large to be drawn anew in every frame of a drag. The last
 * value always arrives, and drawing it gives way to the drag. On paper it is the value of now.
 */
export function useThrottled<Value>(value: Value, milliseconds: number): Value {
  const [shown, setShown] = useState(value);
  const printing = usePrinting();
  const shownAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const wait = Math.max(0, shownAt.current + milliseconds - performance.now());
    const timer = setTimeout(() => {
      shownAt.current = performance.now();
      startTransition(() => setShown(value));
    }, wait);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return printing ? value : shown;
}
