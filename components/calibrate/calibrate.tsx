"use client";

import { useMay, WhoMay } from "@/components/controls/visitor";
import { BringPrompts } from "./bring-prompts";
import type { Speeds } from "./router-choice";
import { RunList } from "./run-list";
import { SavedList } from "./saved-list";

/** Where a calibration begins, and where former ones are found again. */
export function Calibrate({ speeds }: { readonly speeds: Speeds }) {
  if (!useMay("member")) return <WhoMay needed="member">bring prompts of their own, and save what comes out.</WhoMay>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <BringPrompts speeds={speeds} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 lg:grid-cols-2">
        <RunList />
        <SavedList />
      </div>
    </div>
  );
}
