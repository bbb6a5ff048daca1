import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import { PLOT_INSET, type ScoreDomain, scoreToTop, shareToLeft } from "./plot-area";
import type { QualitySeries } from "./quality-data";
import { RouterMarker } from "./router-marker";

export type QualitySpot = { readonly strongShare: number; readonly score: number };

/** A pinned point with the letter that stands for it. */
type QualityPin = QualitySpot & { readonly letter: string };

type QualityOverlayProps = {
  readonly domain: ScoreDomain;
  /** The slider's own share: the hairline that stands on its thumb. */
  readonly targetShare: number;
  readonly spots: Readonly<Record<RouterId, QualitySpot>>;
  readonly selected: RouterId;
  readonly hidden: ReadonlySet<QualitySeries>;
  readonly pins: readonly QualityPin[];
};

/** Boxes as large as the plot, so that a percentage of their own size moves them along the plot, without layout. */
const PLOT_SIZED = "absolute inset-0 origin-top-left";

/**
 * What follows the slider, on top of the unmoving chart: a hairline and a marker on every curve. Both lie in layers of
 * their own (will-change), so that a frame of dragging does not paint the curves again.
 */
export function QualityOverlay({ domain, targetShare, spots, selected, hidden, pins }: QualityOverlayProps) {
  const { top, right, bottom, left } = PLOT_INSET;
  const { strongShare, score } = spots[selected];
  const miss = strongShare - targetShare;
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute isolate [contain:layout_style] will-change-transform"
      style={{ top, right, bottom, left }}
    >
      <div className={PLOT_SIZED} style={{ transform: `translateX(${shareToLeft(targetShare)})` }}>
        <div className="h-full w-px -translate-x-1/2 bg-text" />
      </div>
      <div
        className={PLOT_SIZED}
        style={{
          transform: `translate(${shareToLeft(Math.min(strongShare, targetShare))}, ${scoreToTop(score, domain)}) scaleX(${Math.abs(miss).toFixed(5)})`,
        }}
      >
        <div className="w-full border-t border-dashed border-text" />
      </div>
      {ROUTER_IDS.filter((router) => router === selected || !hidden.has(router)).map((router) => (
        <div
          key={router}
          className={PLOT_SIZED}
          style={{
            transform: `translate(${shareToLeft(spots[router].strongShare)}, ${scoreToTop(spots[router].score, domain)})`,
            zIndex: router === selected ? 1 : 0,
          }}
        >
          <RouterMarker
            id={router}
            className={`block -translate-x-1/2 -translate-y-1/2 ${router === selected ? "size-5" : "size-3.5"}`}
          />
        </div>
      ))}
      {pins.map(({ letter, strongShare: share, score: height }) => (
        <div
          key={letter}
          className={PLOT_SIZED}
          style={{ transform: `translate(${shareToLeft(share)}, ${scoreToTop(height, domain)})`, zIndex: 2 }}
        >
          <span className="block size-5 -translate-x-1/2 -translate-y-1/2 rounded-full border border-surface bg-accent text-center text-[0.6875rem] leading-[1.125rem] font-semibold text-on-accent">
            {letter}
          </span>
        </div>
      ))}
    </div>
  );
}
