"use client";

import { BringPrompts } from "./bring-prompts";
import { RunList } from "./run-list";
import { SavedList } from "./saved-list";

/** Where a calibration begins, and where former ones are found again. */
export function Calibrate() {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <BringPrompts />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 lg:grid-cols-2">
        <RunList />
        <SavedList />
      </div>
    </div>
  );
}
