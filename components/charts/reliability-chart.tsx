import { useId } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import { ROUTER_STYLE } from "./router-style";

/** Battles of about the same win rate: its mean, how often the strong model won (ties half), and how many they are. */
type Bin = { readonly winRate: number; readonly observed: number; readonly count: number };

type ReliabilityChartProps = {
  readonly router: RouterId;
  /** Win rates as the router was trained; by ascending win rate. */
  readonly before: readonly Bin[];
  /** Win rates as they are shipped; the same as `before` for a router that is used as it is. */
  readonly after: readonly Bin[];
  /** What the chart shows, in a sentence. */
  readonly finding: string;
};

const SIZE = 240;
const INSET = { left: 36, top: 8, right: 8, bottom: 30 };
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const LARGEST_DOT = 5;

const across = (share: number): number => INSET.left + share * (SIZE - INSET.left - INSET.right);
const down = (share: number): number => SIZE - INSET.bottom - share * (SIZE - INSET.top - INSET.bottom);
const plain = (share: number): string => share.toFixed(2);

/** Bins as dots whose areas are their counts, joined by a line. */
function Series({
  bins,
  color,
  filled,
}: {
  readonly bins: readonly Bin[];
  readonly color: string;
  readonly filled: boolean;
}) {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  return (
    <g stroke={color} fill={filled ? color : "var(--surface)"}>
      <path
        d={bins
          .map(
            ({ winRate, observed }, index) =>
              `${index === 0 ? "M" : "L"}${across(winRate).toFixed(1)} ${down(observed).toFixed(1)}`,
          )
          .join("")}
        fill="none"
        strokeWidth={1.5}
        strokeDasharray={filled ? undefined : "2 3"}
      />
      {bins.map(({ winRate, observed, count }) => (
        <circle
          key={winRate}
          cx={across(winRate)}
          cy={down(observed)}
          r={LARGEST_DOT * Math.sqrt(count / most)}
          strokeWidth={1.25}
        />
      ))}
    </g>
  );
}

/**
 * The reliability diagram of one router: on the diagonal, a win rate is the frequency with which the strong model wins.
 * Hollow and dotted: as trained; filled and solid: as shipped.
 */
export function ReliabilityChart({ router, before, after, finding }: ReliabilityChartProps) {
  const caption = useId();
  const { color } = ROUTER_STYLE[router];
  const scaled = after !== before;
  return (
    <figure aria-labelledby={caption}>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true" className="w-full max-w-96 tabular-nums">
        {TICKS.map((tick) => (
          <g key={tick} fontSize={10} fill="var(--muted)" stroke="none">
            <path
              d={`M${across(tick)} ${down(0)}V${down(1)}M${across(0)} ${down(tick)}H${across(1)}`}
              stroke="var(--line)"
            />
            <text x={across(tick)} y={down(0) + 13} textAnchor="middle">
              {plain(tick)}
            </text>
            <text x={INSET.left - 5} y={down(tick) + 3} textAnchor="end">
              {plain(tick)}
            </text>
          </g>
        ))}
        <path
          d={`M${across(0)} ${down(0)}L${across(1)} ${down(1)}`}
          stroke="var(--line-strong)"
          strokeDasharray="5 4"
        />
        <text x={across(0.5)} y={SIZE - 4} textAnchor="middle" fontSize={10} fill="var(--muted)">
          win rate
        </text>
        <text x={across(0) + 5} y={down(1) + 9} fontSize={10} fill="var(--muted)">
          how often strong won
        </text>
        {scaled ? <Series bins={before} color={color} filled={false} /> : null}
        <Series bins={after} color={color} filled />
      </svg>
      <figcaption id={caption} className="mt-1 text-sm">
        {finding}
      </figcaption>
      <Disclosure summary="The chart in figures" className="mt-2">
        <Table
          caption={`${ROUTER_INFO[router].label}: win rates and outcomes of held-out battles`}
          captionHidden
          head={
            <tr>
              <ColumnHead>Mean win rate</ColumnHead>
              <ColumnHead numeric>Strong won</ColumnHead>
              <ColumnHead numeric>Battles</ColumnHead>
            </tr>
          }
        >
          {after.map(({ winRate, observed, count }) => (
            <tr key={winRate}>
              <RowHead>{winRate.toFixed(3)}</RowHead>
              <Cell numeric>{observed.toFixed(3)}</Cell>
              <Cell numeric>{count}</Cell>
            </tr>
          ))}
        </Table>
      </Disclosure>
    </figure>
  );
}
