import { classNames } from "@/components/ui/class-names";
import type { RouterId } from "@/lib/domain/router-id";
import { RouterMarker } from "./router-marker";
import { ROUTER_STYLE } from "./router-style";

type WinRateTrackProps = {
  readonly routerId: RouterId;
  /** Where the win rate stands between the ends, in [0, 1]; null while there is none. */
  readonly position: number | null;
  /** Where α stands, in [0, 1]; null for a router without one. */
  readonly threshold: number | null;
  /** On which side α lies outside the scale, if it does. */
  readonly thresholdBeyond: "left" | "right" | undefined;
  /** (bins) height of the calibration sample's distribution, in [0, 1]. */
  readonly density: readonly number[];
  /** What stands under the two ends. */
  readonly ends: readonly [string, string];
  /** The win rate is of a former text. */
  readonly outdated: boolean;
};

/** Height of the picture: a whole number says it to a fifth of a pixel, in every page that has a track. */
const TOP = 100;

/** Steps of a histogram as one closed path; x in bins, y from the top in units of the picture. */
const stepPath = (density: readonly number[]): string =>
  `M0 ${TOP}${density.map((height) => `V${Math.round((1 - height) * TOP)}h1`).join("")}V${TOP}Z`;

const percent = (position: number): string => `${(position * 100).toFixed(2)}%`;

/**
 * A win rate on its scale: left of α is the weak model's side, right of it the strong one's; the shadow above is where
 * real chat prompts lie. Everything it shows is written out beside it, so it is hidden from screen readers.
 */
export function WinRateTrack(props: WinRateTrackProps) {
  const { routerId, position, threshold, thresholdBeyond, density, ends, outdated } = props;
  const { color } = ROUTER_STYLE[routerId];
  const moving = "motion-safe:transition-[left,width] motion-safe:duration-200 motion-safe:ease-out";
  const from = threshold === null ? 0 : Math.min(threshold, position ?? threshold);
  const width = threshold === null ? 0 : Math.abs((position ?? threshold) - threshold);
  return (
    <div aria-hidden="true" className="relative h-10 select-none">
      <svg
        viewBox={`0 0 ${density.length} ${TOP}`}
        preserveAspectRatio="none"
        className="absolute inset-x-0 top-3 h-5 w-full overflow-visible"
      >
        <title>Distribution of the calibration sample</title>
        <path d={stepPath(density)} fill={color} opacity={0.22} />
      </svg>
      <div className="absolute inset-x-0 top-8 h-1.5">
        {threshold === null ? (
          <div className="absolute inset-0 bg-line" />
        ) : (
          <>
            <div className="absolute inset-y-0 left-0 bg-weak/35" style={{ width: percent(threshold) }} />
            <div className="absolute inset-y-0 right-0 bg-strong/35" style={{ left: percent(threshold) }} />
          </>
        )}
        <div
          className={classNames("absolute inset-y-0", moving)}
          style={{ left: percent(from), width: percent(width), background: color, opacity: outdated ? 0.4 : 1 }}
        />
      </div>
      {threshold === null ? null : (
        <div
          className={classNames(
            "absolute top-2.5 h-7.5 border-l border-text",
            thresholdBeyond !== undefined && "border-dashed",
          )}
          style={{ left: percent(threshold) }}
        >
          <span
            className={classNames(
              "absolute -top-3 text-xs leading-3 font-semibold whitespace-nowrap",
              thresholdBeyond === undefined && "-translate-x-1/2",
              thresholdBeyond === "right" && "right-0",
            )}
          >
            {thresholdBeyond === "left" ? "← " : null}α{thresholdBeyond === undefined ? null : " is beyond this scale"}
            {thresholdBeyond === "right" ? " →" : null}
          </span>
        </div>
      )}
      {position === null ? null : (
        <div
          className={classNames("absolute top-8.75 size-4.5 -translate-1/2", moving, outdated && "opacity-50")}
          style={{ left: percent(position) }}
        >
          <RouterMarker id={routerId} className="block size-full" />
        </div>
      )}
      <div className="absolute inset-x-0 top-10 flex justify-between text-[0.6875rem] leading-4">
        <span className="text-weak">
          {ends[0]}
          <span className="max-sm:hidden"> weak</span>
        </span>
        <span className="text-strong">
          <span className="max-sm:hidden">strong </span>
          {ends[1]}
        </span>
      </div>
    </div>
  );
}
