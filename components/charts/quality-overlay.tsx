import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import { PLOT_INSET, type ScoreDomain, scoreToTop, shareToLeft } from "./plot-area";
import type { QualitySeries } from "./quality-chart";
import { RouterMarker } from "./router-marker";

export type QualitySpot = { readonly strongShare: number; readonly score: number };

type QualityOverlayProps = {
  readonly domain: ScoreDomain;
  /** The slider's own share: the hairline that stands on its thumb. */
  readonly targetShare: number;
  readonly spots: Readonly<Record<RouterId, QualitySpot>>;
  readonly selected: RouterId;
  readonly hidden: ReadonlySet<QualitySeries>;
};

/** What follows the slider, on top of the unmoving chart: a hairline and a marker on every curve. */
export function QualityOverlay({ domain, targetShare, spots, selected, hidden }: QualityOverlayProps) {
  const { top, right, bottom, left } = PLOT_INSET;
  const { strongShare, score } = spots[selected];
  const fromLeft = Math.min(targetShare, strongShare);
  return (
    <div aria-hidden="true" className="pointer-events-none absolute isolate" style={{ top, right, bottom, left }}>
      <div className="absolute inset-y-0 w-px -translate-x-1/2 bg-text" style={{ left: shareToLeft(targetShare) }} />
      <div
        className="absolute border-t border-dashed border-text"
        style={{
          top: scoreToTop(score, domain),
          left: shareToLeft(fromLeft),
          width: shareToLeft(Math.abs(targetShare - strongShare)),
        }}
      />
      {ROUTER_IDS.filter((router) => router === selected || !hidden.has(router)).map((router) => (
        <span
          key={router}
          className="absolute"
          style={{
            left: shareToLeft(spots[router].strongShare),
            top: scoreToTop(spots[router].score, domain),
            zIndex: router === selected ? 1 : 0,
          }}
        >
          <RouterMarker
            id={router}
            className={`absolute block -translate-x-1/2 -translate-y-1/2 ${router === selected ? "size-5" : "size-3.5"}`}
          />
        </span>
      ))}
    </div>
  );
}
