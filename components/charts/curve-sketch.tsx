import type { RouterId } from "@/lib/domain/router-id";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { PLOT_INSET, type ScoreDomain } from "./plot-area";
import type { QualityRow, QualitySeries } from "./quality-data";
import { ROUTER_STYLE } from "./router-style";

type CurveSketchProps = {
  readonly rows: readonly QualityRow[];
  readonly domain: ScoreDomain;
  readonly hidden: ReadonlySet<QualitySeries>;
  readonly selected: RouterId;
};

/** Units of the picture, which is stretched over the plot. */
const SIZE = 1000;

/** A line through the rows, in units of the picture. */
export function curvePath(
  rows: readonly QualityRow[],
  { minimum, maximum }: ScoreDomain,
  read: (row: QualityRow) => number,
): string {
  return rows
    .map((row, index) => {
      const [left, top] = [row.strongShare * SIZE, ((maximum - read(row)) / (maximum - minimum)) * SIZE];
      return `${index === 0 ? "M" : "L"}${left.toFixed(1)} ${top.toFixed(1)}`;
    })
    .join("");
}

/** The routers' curves alone, drawn in the page's first frame; the chart that takes their place needs a library. */
export function CurveSketch({ rows, domain, hidden, selected }: CurveSketchProps) {
  const { top, right, bottom, left } = PLOT_INSET;
  return (
    <div aria-hidden="true" className="absolute" style={{ top, right, bottom, left }}>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} preserveAspectRatio="none" aria-hidden="true" className="size-full">
        {ROUTER_IDS.filter((router) => !hidden.has(router)).map((router) => (
          <path
            key={router}
            d={curvePath(rows, domain, (row) => row[router])}
            fill="none"
            stroke={ROUTER_STYLE[router].color}
            strokeDasharray={ROUTER_STYLE[router].dash ?? "none"}
            strokeWidth={router === selected ? 2.5 : router === "random" ? 1 : 1.5}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
    </div>
  );
}
