"use client";

import { useEffect, useState } from "react";

/** Long enough that typing and dragging do not chatter. */
const SETTLING_MS = 1000;

/** Says `text` to screen readers once, politely, after it has stood still; what is there from the start is not news. */
export function DelayedAnnouncement({ text }: { readonly text: string }) {
  const [first] = useState(text);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), SETTLING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return <output className="sr-only">{said === first ? "" : said}</output>;
}
