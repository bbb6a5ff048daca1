"use client";

import { RoleNote, useMay } from "@/components/controls/visitor";
import { PromptUploadForm } from "./prompt-upload-form";
import type { Speeds } from "./router-choice";
import { RunList } from "./run-list";
import { SavedList } from "./saved-list";

/** Where a calibration begins, and where former ones are found again. */
export function Calibrate({ speeds }: { readonly speeds: Speeds }) {
  if (!useMay("member"))
    return <RoleNote needed="member">bring prompts of their own, and save what comes out.</RoleNote>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <PromptUploadForm speeds={speeds} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 lg:grid-cols-2">
        <RunList />
        <SavedList />
      </div>
    </div>
  );
}
