"use client";

import { useState } from "react";
import { Button } from "./button";

type CopyButtonProps = { readonly text: string; readonly label: string };

/** Says by its own words that the text is in the clipboard, or that the browser does not let this page put it there. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [said, setSaid] = useState<string>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      setSaid("The browser does not let this page copy");
    }
  };
  return (
    <Button look="quiet" className="text-xs" onClick={() => void copy()} onBlur={() => setSaid(undefined)}>
      <span aria-live="polite">{said ?? label}</span>
    </Button>
  );
}
