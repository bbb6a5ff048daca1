"use client";

import { type ReactNode, useId } from "react";
import { NumberField } from "@/components/ui/number-field";
import { Slider } from "@/components/ui/slider";
import { formatPercent } from "@/lib/explorer/format";
import { useShare } from "./use-share";

type ShareSliderProps = {
  /** Stands beside the number: what the share means here (an α, a sum). */
  readonly note?: ReactNode;
  /** What else the position means, spoken after the share ("α 0.4173"). */
  readonly spokenNote?: string;
  /** Distance in pixels of 0 % and 100 % from the box's edges, to align the slider with a chart's x axis. */
  readonly insetStart?: number;
  readonly insetEnd?: number;
};

const TICKS = [0, 0.25, 0.5, 0.75, 1] as const;
const toPercent = (share: number): number => Number((share * 100).toFixed(2));
const withoutTrailingZeros = (percent: number): string => String(Number(percent.toFixed(2)));

/** The one control of the target share of strong calls, the same on every page; 1 % by arrow key, 10 % by page key. */
export function ShareSlider({ note, spokenNote, insetStart = 0, insetEnd = 0 }: ShareSliderProps) {
  const id = useId();
  const [share, setShare] = useShare();
  const spoken = `${formatPercent(share)} strong calls${spokenNote === undefined ? "" : `, ${spokenNote}`}`;
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <label htmlFor={id} className="text-sm font-semibold">
          Target share of strong calls
        </label>
        <NumberField
          label="Target share of strong calls, in per cent"
          labelHidden
          value={toPercent(share)}
          minimum={0}
          maximum={100}
          digits={5}
          unit="%"
          format={withoutTrailingZeros}
          onCommit={(percent) => void setShare(percent / 100)}
        />
        {note}
      </div>
      <div style={{ paddingInlineStart: insetStart, paddingInlineEnd: insetEnd }} className="pt-1">
        <Slider
          id={id}
          value={Math.round(share * 100)}
          minimum={0}
          maximum={100}
          step={1}
          pageStep={10}
          valueText={spoken}
          onChange={(percent) => void setShare(percent / 100)}
        />
        <div aria-hidden="true" className="relative h-4 text-[0.6875rem] leading-4 text-muted">
          {TICKS.map((tick) => (
            <span
              key={tick}
              className="absolute whitespace-nowrap"
              // Ticks stand centred under their value, those at the ends flush with the track.
              style={{ left: `${tick * 100}%`, translate: `${tick === 0 ? 0 : tick === 1 ? -100 : -50}% 0` }}
            >
              {formatPercent(tick)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
