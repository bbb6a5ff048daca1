"use client";

import { useState } from "react";
import { shareableAddress } from "@/components/controls/money-address";
import { useSelection } from "@/components/explore/state/selection-provider";
import { usePairMoney } from "@/components/explore/state/use-pair-money";
import { useView } from "@/components/explore/state/view-provider";
import { Button } from "@/components/ui/button";
import { pinOf } from "@/lib/view/explore/pin";
import { ExportMenu } from "./export-menu";
import { ModelName } from "./model-name";

/** Browsers give the clipboard only to pages they trust (https, localhost); elsewhere the text is shown to be copied. */
async function copied(text: string, what: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return `${what} copied.`;
  } catch {
    return `The browser does not let this page copy. ${what}: ${text}`;
  }
}

/** What can be taken away from the selected point: a link, a model name for engineers, files. */
export function PointActions() {
  const { router, point } = useSelection();
  const { setPin } = useView();
  const { prices } = usePairMoney();
  const [said, setSaid] = useState("");
  return (
    <div className="mt-3 border-t border-line pt-3">
      <ModelName onCopy={async (text, what) => setSaid(await copied(text, what))} />
      <div className="flex flex-wrap gap-1.5">
        <Button onClick={async () => setSaid(await copied(shareableAddress(prices), "Link"))}>Copy link</Button>
        {(["a", "b"] as const).map((letter) => (
          <Button key={letter} onClick={() => setPin(letter, pinOf(router, point.threshold))}>
            Pin as {letter.toUpperCase()}
          </Button>
        ))}
      </div>
      <ExportMenu />
      <p role="status" className="min-h-5 pt-1 text-xs text-muted [overflow-wrap:anywhere]">
        {said}
      </p>
    </div>
  );
}
