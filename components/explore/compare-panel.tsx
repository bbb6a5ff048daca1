"use client";

import { memo, useMemo, useState } from "react";
import { PriceNote } from "@/components/controls/price-note";
import { useAnalysis } from "@/components/explore/state/explorer-context";
import { useSelection } from "@/components/explore/state/selection-provider";
import { useNearby } from "@/components/explore/state/use-nearby";
import { usePairMoney, usePricedPair } from "@/components/explore/state/use-pair-money";
import { useStandStill } from "@/components/explore/state/use-stand-still";
import { useThrottled } from "@/components/explore/state/use-throttled";
import { type Pins, useView } from "@/components/explore/state/view-provider";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Notice } from "@/components/ui/notice";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { formatDollars } from "@/lib/domain/dollars";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { type ComparedPoint, comparePoints, comparisonFinding } from "@/lib/view/explore/compare-points";
import { type Pin, pinOf } from "@/lib/view/explore/pin";
import { questionRows } from "@/lib/view/explore/question-rows";
import { formatCount, formatPercent, formatSigned, formatThreshold } from "@/lib/view/shared/format";
import { scoreFormat } from "@/lib/view/shared/score-format";
import { QuestionList } from "./question-list";

const REDRAW_MS = 150;
const LETTERS = ["a", "b"] as const;

type Side = "all" | "better" | "worse" | "same";

const SIDES: readonly { readonly id: Side; readonly label: string }[] = [
  { id: "all", label: "All that change sides" },
  { id: "better", label: "B answers better" },
  { id: "worse", label: "A answers better" },
  { id: "same", label: "Only the cost differs" },
];

type ComparisonProps = { readonly a: Pin; readonly b: Pin; readonly live: boolean };

/** Re-drawn only when a point, the prices or the benchmark change. */
const Comparison = memo(function Comparison({ a, b, live }: ComparisonProps) {
  const analysis = useAnalysis();
  const { table } = analysis;
  const { format, scale, decimals, unit } = scoreFormat(useView().benchmark);
  const { model: money } = usePairMoney();
  const pair = usePricedPair();
  const [side, setSide] = useState<Side>("all");
  const comparison = useMemo(() => comparePoints(analysis, { a, b }, money), [analysis, a, b, money]);
  const { changes } = comparison;
  const changed = useMemo(() => {
    const rows = questionRows({ table, router: b.router, rows: changes.rows, threshold: b.threshold });
    const effect = ({ choice, strong, weak }: (typeof rows)[number]) =>
      (choice === "strong" ? 1 : -1) * (strong - weak);
    const wanted = {
      all: () => true,
      better: (x: number) => x > 0,
      worse: (x: number) => x < 0,
      same: (x: number) => x === 0,
    };
    return rows.filter((row) => wanted[side](effect(row)));
  }, [table, b, changes, side]);
  const counts = { all: changes.rows.length, better: changes.better, worse: changes.worse, same: changes.same };
  const points = (size: number) => `${(size * scale).toFixed(decimals)} ${unit === "%" ? "points" : unit}`;
  const rows: readonly (readonly [
    string,
    (point: ComparedPoint) => number,
    (value: number) => string,
    ((size: number) => string)?,
  ])[] = [
    [
      "Strong calls",
      (point) => point.strongShare,
      (share) => formatPercent(share, 1),
      (size) => `${(size * 100).toFixed(1)} points`,
    ],
    ["Quality", (point) => point.score, format, points],
    [
      "PGR",
      (point) => point.recovered ?? Number.NaN,
      (part) => formatPercent(part, 1),
      (size) => `${(size * 100).toFixed(1)} points`,
    ],
    ["Cost of a month", (point) => point.monthly ?? Number.NaN, formatDollars],
    ["Lost quality", (point) => point.lost, formatCount],
    ["Wasted money", (point) => point.wasted, formatCount],
    ["Weak is better", (point) => point.worse, formatCount],
  ];
  const name = (letter: string, pin: Pin) =>
    `${letter}: ${ROUTER_INFO[pin.router].label}, α ${formatThreshold(pin.threshold)}`;
  return (
    <>
      <p className="max-w-[90ch] font-serif text-[1.0625rem] leading-6">
        {comparisonFinding(comparison, table.questions)}
      </p>
      <div className="mt-2 [&_table]:min-w-[34rem]">
        <Table
          caption="A and B side by side"
          captionHidden
          head={
            <tr>
              <ColumnHead>On this benchmark</ColumnHead>
              <ColumnHead numeric>{name("A", a)}</ColumnHead>
              <ColumnHead numeric>{name(live ? "B, the slider" : "B", b)}</ColumnHead>
              <ColumnHead numeric>B against A</ColumnHead>
            </tr>
          }
        >
          {rows.map(([label, read, show, showSize = show]) => {
            const [ofA, ofB] = [read(comparison.a), read(comparison.b)];
            return (
              <tr key={label}>
                <RowHead>{label}</RowHead>
                <Cell numeric>{Number.isNaN(ofA) ? "–" : show(ofA)}</Cell>
                <Cell numeric>{Number.isNaN(ofB) ? "–" : show(ofB)}</Cell>
                <Cell numeric>{Number.isNaN(ofB - ofA) ? "–" : formatSigned(ofB - ofA, showSize)}</Cell>
              </tr>
            );
          })}
        </Table>
      </div>
      <p className="mt-1 text-xs leading-5 text-muted">
        <PriceNote pair={pair} of="month" />
      </p>
      {changes.rows.length === 0 ? null : (
        <>
          <fieldset className="mt-3 mb-2 flex flex-wrap items-center gap-1.5">
            <legend className="sr-only">Which of the questions that change sides</legend>
            {SIDES.map(({ id, label }) => (
              <Chip key={id} pressed={side === id} onClick={() => setSide(id)}>
                {label} <span className="ml-1.5">{formatCount(counts[id])}</span>
              </Chip>
            ))}
          </fieldset>
          <QuestionList caption="Questions that change sides, as B routes them" rows={changed} category={null} />
        </>
      )}
    </>
  );
});

/** Pins the slider's point, or takes a pin away. */
function PinButtons({
  here,
  pins,
  onPin,
}: {
  here: Pin;
  pins: Pins;
  onPin: (letter: keyof Pins, pin: Pin | null) => void;
}) {
  return (
    <fieldset className="mb-3 flex flex-wrap items-center gap-1.5">
      <legend className="sr-only">Points to compare</legend>
      {LETTERS.map((letter) => (
        <span key={letter} className="inline-flex gap-1">
          <Button onClick={() => onPin(letter, here)}>Pin the slider’s point as {letter.toUpperCase()}</Button>
          {pins[letter] === null ? null : (
            <Button look="quiet" onClick={() => onPin(letter, null)}>
              Unpin {letter.toUpperCase()}
            </Button>
          )}
        </span>
      ))}
    </fieldset>
  );
}

/** Two points side by side; where only A is pinned, B is wherever the slider stands. */
export function ComparePanel() {
  const { pins, setPin } = useView();
  const { router, point } = useSelection();
  const { ref, nearby } = useNearby<HTMLDivElement>();
  const threshold = useThrottled(useStandStill(point.threshold, !nearby), REDRAW_MS);
  const live = useMemo(() => pinOf(router, threshold), [router, threshold]);
  return (
    <div ref={ref}>
      <PinButtons here={pinOf(router, point.threshold)} pins={pins} onPin={setPin} />
      {pins.a === null ? (
        <Notice kind="empty">
          Pin a point as A, then move the slider or choose another router: everything that changes stands here. Pins are
          kept in the address and shown on the curve.
        </Notice>
      ) : (
        <Comparison a={pins.a} b={pins.b ?? live} live={pins.b === null} />
      )}
    </div>
  );
}
