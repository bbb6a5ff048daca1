"use client";

import { Slider } from "@/components/ui/slider";
import { formatPercent } from "@/lib/view/shared/format";
import { useShare } from "./use-share";

type ShareRangeProps = {
  /** For the visible label that names it. */
  readonly id: string;
  /** What else the position means, spoken after the share ("α 0.4173"). */
  readonly spokenNote?: string | undefined;
};

const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

/** Drags by a tenth of a per cent, so that a marker follows smoothly; 1 % by arrow key, 10 % by page key. */
export function ShareRange({ id, spokenNote }: ShareRangeProps) {
  const [share, setShare] = useShare();
  const percent = Number((share * 100).toFixed(1));
  const spoken = `${formatPercent(share, Number.isInteger(percent) ? 0 : 1)} strong calls`;
  return (
    <div>
      <Slider
        id={id}
        value={percent}
        minimum={0}
        maximum={100}
        step={1}
        dragStep={0.1}
        pageStep={10}
        valueText={spokenNote === undefined ? spoken : `${spoken}, ${spokenNote}`}
        onChange={(next) => void setShare(Number((next / 100).toFixed(4)))}
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
  );
}
