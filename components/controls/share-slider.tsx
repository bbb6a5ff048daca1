"use client";

import { type ReactNode, useId } from "react";
import { ShareField } from "./share-field";
import { ShareRange } from "./share-range";

type ShareSliderProps = {
  /** Stands beside the number: what the share means here (an α, a sum). */
  readonly note?: ReactNode;
  /** What else the position means, spoken after the share ("α 0.4173"). */
  readonly spokenNote?: string;
};

/** The one control of the target share of strong calls, the same on every page. */
export function ShareSlider({ note, spokenNote }: ShareSliderProps) {
  const id = useId();
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <label htmlFor={id} className="text-sm font-semibold">
          Target share of strong calls
        </label>
        <ShareField label="Target share of strong calls, in per cent" labelHidden />
        {note}
      </div>
      <div className="pt-1">
        <ShareRange id={id} spokenNote={spokenNote} />
      </div>
    </div>
  );
}
