"use client";

import { memo, type ReactNode, useMemo, useState } from "react";
import { useMoneyStore } from "@/components/controls/money-store";
import { PriceEditor } from "@/components/controls/price-editor";
import { PriceNote } from "@/components/controls/price-note";
import { ShareField } from "@/components/controls/share-field";
import { WinRateBins, WinRateInHundred } from "@/components/controls/win-rate-in-hundred";
import { useAnalysis } from "@/components/explore/state/explorer-context";
import { useSelection } from "@/components/explore/state/selection-provider";
import { usePairMoney, usePricedPair } from "@/components/explore/state/use-pair-money";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { NumberField } from "@/components/ui/number-field";
import { Term } from "@/components/ui/term";
import { type MoneyModel, monthlyCost } from "@/lib/calibration/money";
import { VIEW_INFO } from "@/lib/domain/benchmark";
import { dollarFigure, formatDollars } from "@/lib/domain/dollars";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { outcomeBins } from "@/lib/evaluation/outcome-bins";
import { editBudget, editRecovered, editScore, editThreshold } from "@/lib/view/explore/edit-point";
import { gapBeyond } from "@/lib/view/explore/findings";
import { formatCount, formatFixed, formatPercent, formatThreshold } from "@/lib/view/shared/format";
import { GLOSSARY } from "@/lib/view/shared/glossary";
import { missingPrice } from "@/lib/view/shared/pair-prices";
import { scoreFormat } from "@/lib/view/shared/score-format";
import type { MeasuredBins } from "@/lib/view/shared/win-rate-parts";
import { PointActions } from "./point-actions";

/** Wide enough that a wish out of reach is answered by the nearest reachable value, not by the field. */
const ANY = { minimum: -1e9, maximum: 1e9 };
const PROMPTS = { minimum: 1, maximum: 1e12 };

/** One face of the slider: its fields, and what they mean in a few words. */
function Face({ children, note }: { readonly children: ReactNode; readonly note?: ReactNode }) {
  return (
    <div className="border-b border-line py-2">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-1">{children}</div>
      {note === undefined ? null : <p className="mt-0.5 text-xs leading-5 text-muted">{note}</p>}
    </div>
  );
}

/** What a PGR outside 0 to 100 % means. */
function Beyond({ recovered }: { readonly recovered: number }) {
  const beyond = gapBeyond(recovered);
  return beyond === null ? null : <>; here the answers score {beyond}</>;
}

/** Set apart, because no frame of a drag changes it. */
const PricesAndLengths = memo(function PricesAndLengths() {
  const pair = usePricedPair();
  return (
    <Disclosure summary="Prices and lengths">
      <PriceEditor lengths={["promptTokens", "answerTokens"]} pair={pair} />
    </Disclosure>
  );
});

/** What each router's win rates stand for on the opened questions. */
function useBins(): MeasuredBins {
  const { table } = useAnalysis();
  return useMemo(() => {
    const { strong, weak, winRates } = table;
    return forEveryRouter((id) => outcomeBins({ winRates: winRates[id], strong, weak }));
  }, [table]);
}

/** What the point costs, for a pair whose prices are known. */
function MoneyFace() {
  const { point, targetShare, context, apply } = useSelection();
  const { prices, assumptions, model: money } = usePairMoney();
  const pair = usePricedPair();
  const assume = useMoneyStore((state) => state.assume);
  const { promptsPerMonth } = assumptions;
  const monthly = money === null ? Number.NaN : monthlyCost(money, point.strongShare);
  const allStrong = money === null ? 0 : monthlyCost(money, 1);
  // A budget stays as typed for as long as the point that it led to and what a call costs.
  const [typed, setTyped] = useState<{ readonly budget: number; readonly share: number; readonly money: string }>();
  const budget =
    typed !== undefined && Math.abs(typed.share - targetShare) < 1e-4 && typed.money === JSON.stringify(money)
      ? typed.budget
      : null;
  const aimAtBudget = (known: MoneyModel, sum: number) => {
    const made = editBudget(context, known, sum);
    setTyped(made.note === null ? { budget: sum, share: made.targetShare, money: JSON.stringify(known) } : undefined);
    apply(made);
  };
  return (
    <Face
      note={
        <>
          {missingPrice(prices)}
          {budget === null ? null : `Expected at this α: ${formatDollars(monthly)} a month. `}
          {allStrong === 0
            ? null
            : `${formatPercent(monthly / allStrong - 1)} against calling the strong model for everything (${formatDollars(allStrong)} a month).`}{" "}
          <PriceNote pair={pair} of="call" />
        </>
      }
    >
      {money === null ? null : (
        <>
          <NumberField
            label="Cost of 1,000 prompts"
            {...ANY}
            value={(monthly / promptsPerMonth) * 1000}
            format={dollarFigure}
            prefix="$"
            digits={7}
            onCommit={(sum) => apply(editBudget(context, money, (sum / 1000) * promptsPerMonth))}
          />
          <NumberField
            label="Cost of a month"
            {...ANY}
            value={budget ?? monthly}
            format={budget === null ? dollarFigure : String}
            prefix="$"
            digits={8}
            onCommit={(sum) => aimAtBudget(money, sum)}
          />
        </>
      )}
      <NumberField
        label="Volume"
        {...PROMPTS}
        value={promptsPerMonth}
        format={formatCount}
        unit="prompts a month"
        digits={10}
        onCommit={(prompts) => assume({ promptsPerMonth: Math.round(prompts) })}
      />
    </Face>
  );
}

/** The slider's position in four faces; editing one moves the others. */
export function PointPanel() {
  const { router, benchmark, point, note, context, apply } = useSelection();
  const bins = useBins();
  const { scale, decimals, unit } = scoreFormat(benchmark);
  return (
    <Card title="At this point" aside="four faces, edit any">
      <Face note={<>{formatPercent(point.strongShare, 1)} of this benchmark's questions reach α.</>}>
        <ShareField label="Target strong calls" />
      </Face>
      <Face
        note={
          <>
            Prompts whose <Term explanation={GLOSSARY.winRate}>win rate</Term> is at least{" "}
            <Term explanation={GLOSSARY.alpha}>α</Term> go to the strong model.
          </>
        }
      >
        <NumberField
          label="Threshold α"
          {...ANY}
          value={point.threshold}
          format={formatThreshold}
          digits={6}
          onCommit={(threshold) => apply(editThreshold(context, threshold))}
        />
        <WinRateBins bins={bins} questionsOf={VIEW_INFO[benchmark].label}>
          <WinRateInHundred router={router} winRate={point.threshold} what="At α the win rate is" />
        </WinRateBins>
      </Face>
      <Face
        note={
          <>
            <Term explanation={GLOSSARY.pgr}>PGR</Term>: the part of the gap between the two models that is kept
            {point.recovered === null ? null : <Beyond recovered={point.recovered} />}.
          </>
        }
      >
        <NumberField
          label="Expected quality"
          {...ANY}
          value={point.score * scale}
          format={(score) => score.toFixed(decimals)}
          digits={5}
          unit={unit}
          onCommit={(score) => apply(editScore(context, score / scale))}
        />
        {point.recovered === null ? null : (
          <NumberField
            label="PGR"
            {...ANY}
            value={point.recovered * 100}
            format={(percent) => formatFixed(percent, 1)}
            digits={5}
            unit="% of the gap"
            onCommit={(percent) => apply(editRecovered(context, percent / 100))}
          />
        )}
      </Face>
      <MoneyFace />
      <p role="status" className="py-1 text-xs leading-5">
        {note}
      </p>
      <PricesAndLengths />
      <PointActions />
    </Card>
  );
}
