"use client";

import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { classNames } from "./class-names";
import { usePrinting } from "./use-printing";

/** A page of paper less its margins and a card's, in CSS pixels. */
const PAPER_PIXELS = 640;

/**
 * A box whose insides were measured on the screen: on paper it keeps the size it had there and is scaled as a whole, since
 * nothing measures again for a page.
 */
export function PaperWidth({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  const [style, setStyle] = useState<CSSProperties>({});
  useLayoutEffect(() => {
    const box = ref.current;
    if (box === null) return;
    if (!printing) {
      setStyle({});
      return;
    }
    const { clientWidth: width, clientHeight: height } = box;
    setStyle({ width, height, zoom: Math.min(1, PAPER_PIXELS / width) });
  }, [printing]);
  return (
    <div ref={ref} className={classNames("relative", className)} style={style}>
      {children}
    </div>
  );
}
