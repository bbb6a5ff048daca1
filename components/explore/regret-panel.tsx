"use client";

import { memo, useMemo, useState } from "react";
import { PriceNote } from "@/components/controls/price-note";
import { useAnalysis } from "@/components/explore/state/explorer-context";
import { useSelection } from "@/components/explore/state/selection-provider";
import { useNearby } from "@/components/explore/state/use-nearby";
import { usePairMoney, usePricedPair } from "@/components/explore/state/use-pair-money";
import { useStandStill } from "@/components/explore/state/use-stand-still";
import { useThrottled } from "@/components/explore/state/use-throttled";
import { useView } from "@/components/explore/state/view-provider";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { formatDollars } from "@/lib/domain/dollars";
import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import { REGRETS, type Regret, type RegretTally } from "@/lib/evaluation/regret";
import type { WinRateRange } from "@/lib/view/explore/brush";
import { regretFinding, regrettedMoney, regretView } from "@/lib/view/explore/regret-view";
import { REGRET_WORDS, rangeWords } from "@/lib/view/explore/regret-words";
import { formatCount, formatPercent } from "@/lib/view/shared/format";
import { scoreFormat } from "@/lib/view/shared/score-format";
import { FIRST_ROWS, REGRET_FILL, RegretTable } from "./regret-table";

const REDRAW_MS = 150;

type TileProps = {
  readonly regret: Regret;
  readonly total: RegretTally;
  readonly pressed: boolean;
  readonly note: string;
  readonly onPress: () => void;
};

/** One kind of regret: how many, and a press picks these questions everywhere. */
function Tile({ regret, total, pressed, note, onPress }: TileProps) {
  const { label, explanation } = REGRET_WORDS[regret];
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={classNames(
        "min-w-0 border p-2 text-left hover:bg-surface-2",
        pressed ? "border-accent bg-surface-2" : "border-line",
      )}
    >
      <span className="flex items-center gap-1.5 text-[0.8125rem] font-semibold">
        <span aria-hidden="true" className={`inline-block size-3 ${REGRET_FILL[regret]}`} />
        {label}
      </span>
      <span className="block text-lg leading-7 font-semibold">
        {formatCount(total[regret])}{" "}
        <span className="text-sm font-normal text-muted">
          {formatPercent(total.questions === 0 ? 0 : total[regret] / total.questions, 1)}
        </span>
      </span>
      <span className="block text-xs leading-5 text-muted">{explanation}</span>
      <span className="block text-xs leading-5">{note}</span>
    </button>
  );
}

type RegretFiguresProps = {
  readonly router: RouterId;
  readonly cutoff: number;
  readonly range: WinRateRange | null;
};

/** Re-drawn only when α, the router or the brush changes. */
const RegretFigures = memo(function RegretFigures({ router, cutoff, range }: RegretFiguresProps) {
  const { table } = useAnalysis();
  const { benchmark, brush, setBrush } = useView();
  const { model: money } = usePairMoney();
  const pair = usePricedPair();
  const [everything, setEverything] = useState(false);
  const { total, rows } = useMemo(
    () => regretView({ table, router, threshold: cutoff, range }),
    [table, router, cutoff, range],
  );
  const { scale, decimals, unit } = scoreFormat(benchmark);
  const points = (gap: number) => `${(gap * scale).toFixed(decimals)} ${unit === "%" ? "points" : "of 10"}`;
  const part = (sum: number) => points(total.questions === 0 ? 0 : sum / total.questions);
  const idle =
    money === null ? "no price known" : `${formatDollars(regrettedMoney(total, money))} a month for nothing better`;
  const notes: Readonly<Record<Regret, string>> = {
    lost: `costs ${part(total.lostScore)} of quality`,
    wasted: `with the next: ${idle}`,
    worse: `costs ${part(total.worseScore)}; weak is better on ${formatCount(total.weakBetter)} in all`,
  };
  return (
    <>
      <p className="max-w-[90ch] font-serif text-[1.0625rem] leading-6">
        {regretFinding(total, { routerLabel: ROUTER_INFO[router].label, formatGap: points })}
      </p>
      <fieldset className="mt-3 grid gap-2 sm:grid-cols-3">
        <legend className="sr-only">Kinds of regret</legend>
        {REGRETS.map((regret) => (
          <Tile
            key={regret}
            {...{ regret, total }}
            note={notes[regret]}
            pressed={brush.regret === regret}
            onPress={() => setBrush({ regret: brush.regret === regret ? null : regret })}
          />
        ))}
      </fieldset>
      <p className="mt-1.5 text-xs leading-5 text-muted">
        <PriceNote pair={pair} of="month" />
      </p>
      <RegretTable
        rows={rows}
        formatGap={points}
        everything={everything}
        opened={brush.category}
        picked={brush.regret}
        onOpen={(category) => setBrush({ category })}
      />
      <p className="mt-2 flex flex-wrap items-center gap-x-3 text-xs leading-5 text-muted">
        {rows.length <= FIRST_ROWS ? null : (
          <Button
            look="quiet"
            className="print:hidden"
            aria-pressed={everything}
            onClick={() => setEverything(!everything)}
          >
            {everything ? "Show the first categories only" : `Show all ${rows.length} categories`}
          </Button>
        )}
        {range === null ? null : <span>Only {rangeWords(range)}, as picked over the histogram.</span>}
        Pressing a kind or a category picks its questions in the histogram, on the curve’s floor and in the lists.
      </p>
    </>
  );
});

/** Where the chosen point loses quality, wastes money, or pays for a worse answer. */
export function RegretPanel() {
  const { router, point } = useSelection();
  const { brush } = useView();
  const { ref, nearby } = useNearby<HTMLDivElement>();
  // A panel that nobody sees keeps its last figures while the slider is dragged.
  const cutoff = useThrottled(useStandStill(point.threshold, !nearby), REDRAW_MS);
  return (
    <div ref={ref}>
      <RegretFigures router={router} cutoff={cutoff} range={brush.range} />
    </div>
  );
}
