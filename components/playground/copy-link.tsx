"use client";

import { useState } from "react";
import { shareableAddress } from "@/components/controls/money-address";
import { useMoney } from "@/components/controls/use-money";
import { Button } from "@/components/ui/button";
import { shareablePrompt } from "@/lib/view/playground/shareable-prompt";
import { linkWithPrompt } from "./prompt-link";

type CopyLinkProps = {
  readonly text: string;
  /** Puts the prompt into the address, where the browser lets nobody copy. */
  readonly onShow: () => void;
};

/** The one way in which a prompt gets into an address: nothing that is typed stands in the browser's history by itself. */
export function CopyLink({ text, onShow }: CopyLinkProps) {
  const [said, setSaid] = useState("");
  const { prices } = useMoney();
  const copy = async () => {
    const prompt = shareablePrompt(text);
    if (prompt === null) {
      setSaid("This prompt is too long for a link, or holds a character that no link can carry.");
      return;
    }
    try {
      await navigator.clipboard.writeText(linkWithPrompt(shareableAddress(prices), prompt));
      setSaid("Link copied. It holds the whole prompt: whoever has it can read it.");
    } catch {
      onShow();
      setSaid("The browser does not let this page copy; the link stands in the address bar.");
    }
  };
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-3 text-[0.8125rem]">
      <Button disabled={text === ""} onClick={() => void copy()}>
        Copy link
      </Button>
      <span role="status" className="text-muted">
        {said}
      </span>
    </div>
  );
}
