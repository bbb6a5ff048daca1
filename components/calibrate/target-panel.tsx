"use client";

import { useState } from "react";
import { PriceEditor } from "@/components/controls/price-editor";
import { PriceNote } from "@/components/controls/price-note";
import { ShareField } from "@/components/controls/share-field";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { NumberField } from "@/components/ui/number-field";
import { SelectField } from "@/components/ui/select-field";
import { Term } from "@/components/ui/term";
import { samplePrices } from "@/lib/calibration/hand-over";
import { monthlyCosts, planBudget, shareOfAllRows } from "@/lib/calibration/sample-budget";
import { dollarFigure, formatDollars } from "@/lib/domain/dollars";
import { RoutingError } from "@/lib/domain/routing-error";
import { budgetFinding, monthFinding } from "@/lib/view/calibrate/budget-finding";
import { heldOutFinding, narrowRangeFinding, reachableFinding } from "@/lib/view/calibrate/held-out-finding";
import { formatShareRange } from "@/lib/view/calibrate/run-result";
import { formatCount, formatPercent, formatThreshold } from "@/lib/view/shared/format";
import { GLOSSARY } from "@/lib/view/shared/glossary";
import { useRun } from "./run-context";
import type { Budget } from "./use-budget";

const BUDGET = { minimum: 0, maximum: 1e12 };
const KEEP_OPTIONS = [
  { value: "mean", label: "on average" },
  { value: "upper", label: "in 39 of 40 months" },
] as const;
const VOLUME = { minimum: 1, maximum: 1e12 };

/** The target as a share or as a budget, what it costs, and how far it can be trusted. */
export function TargetPanel() {
  const { router, sampleOf, step, strongShare, pair, prices, noPrices, promptsPerMonth, ...run } = useRun();
  const { budget, setBudget, setPromptsPerMonth } = run;
  const [refusal, setRefusal] = useState<string>();
  const sample = sampleOf(router);
  if (sample === undefined) return null;
  const { table } = sample;
  const costs = prices === null ? null : monthlyCosts(sample, step, samplePrices(prices));
  const at = (column: readonly number[]): number => column[step] ?? 0;
  const findings = [
    reachableFinding(sample, { step, strongShare }),
    heldOutFinding(sample, step),
    narrowRangeFinding(sample, step),
  ].filter((sentence) => sentence !== undefined);

  const keep = budget?.keep ?? "mean";

  const aim = (wanted: Budget, volume = promptsPerMonth) => {
    setRefusal(undefined);
    if (prices === null) return;
    try {
      const money = samplePrices({ ...prices, promptsPerMonth: volume });
      setBudget(wanted, planBudget(sample, wanted.monthly, { ...money, keep: wanted.keep }).strongShare);
    } catch (error) {
      if (!(error instanceof RoutingError)) throw error;
      setRefusal(error.message);
    }
  };
  const changeVolume = (prompts: number) => {
    const volume = Math.round(prompts);
    setPromptsPerMonth(volume);
    if (budget !== null) aim(budget, volume);
  };

  return (
    <Card title="Target and budget" aside="edit any">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2 border-b border-line pb-2 print:hidden">
        <ShareField label="Target strong calls" />
        {costs === null ? null : (
          <NumberField
            label="Budget of a month"
            {...BUDGET}
            value={budget?.monthly ?? costs.expected}
            format={budget === null ? dollarFigure : String}
            prefix="$"
            digits={8}
            onCommit={(monthly) => aim({ monthly, keep })}
          />
        )}
        <NumberField
          label="Volume"
          {...VOLUME}
          value={promptsPerMonth}
          format={formatCount}
          unit="prompts a month"
          digits={10}
          onCommit={changeVolume}
        />
      </div>
      {budget === null || costs === null ? null : (
        <p className="flex flex-wrap items-baseline gap-x-2 pt-2 text-sm print:hidden">
          <SelectField
            label="Keep to the budget"
            value={keep}
            options={KEEP_OPTIONS}
            onSelect={(next) => aim({ ...budget, keep: next })}
          />
        </p>
      )}
      <p className="pt-2 text-sm">
        {budget === null || costs === null ? null : (
          <>{budgetFinding({ ...costs, strongShare }, { budget: budget.monthly, keep })} </>
        )}
        {costs === null ? noPrices : monthFinding(costs, promptsPerMonth)}
      </p>
      <p role="status" className="pt-1 text-xs leading-5 text-bad empty:hidden">
        {refusal}
      </p>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1 py-2 text-sm [&>dd]:text-right [&>dt]:text-muted">
        <dt>
          Threshold <Term explanation={GLOSSARY.alpha}>α</Term>
        </dt>
        <dd className="font-semibold">{formatThreshold(at(table.thresholds))}</dd>
        <dt>α if the sample were drawn again</dt>
        <dd>
          {formatThreshold(at(table.thresholdLow))} to {formatThreshold(at(table.thresholdHigh))}
        </dd>
        <dt>Strong share of these prompts</dt>
        <dd>
          {formatPercent(shareOfAllRows(sample, step), 1)}{" "}
          <span className="text-muted">for {formatPercent(strongShare, 1)}</span>
        </dd>
        <dt>Strong share to expect on new traffic</dt>
        <dd>{formatShareRange(at(table.shareLow), at(table.shareHigh))}</dd>
        {costs === null ? null : (
          <>
            <dt>Everything at the strong model</dt>
            <dd>{formatDollars(costs.allStrong)}</dd>
            <dt>Everything at the weak model</dt>
            <dd>{formatDollars(costs.allWeak)}</dd>
            <dt>Saved against all strong</dt>
            <dd className="font-semibold">
              {costs.allStrong === 0 ? "–" : formatPercent(1 - costs.expected / costs.allStrong)}
            </dd>
          </>
        )}
      </dl>
      <p className="min-h-10 border-t border-line pt-2 text-[0.8125rem]">{findings.join(" ")}</p>
      <p className="pt-1 text-xs text-muted">
        Ranges are 95 %. Costs use the lengths of the very prompts that each model gets:{" "}
        {formatCount(at(table.strongTokens))} tokens on average at the strong one, {formatCount(at(table.weakTokens))}{" "}
        at the weak one. <PriceNote pair={pair} />
      </p>
      <div className="mt-2 print:hidden">
        <Disclosure summary="Prices and answer length">
          <PriceEditor lengths={["answerTokens"]} pair={pair} />
        </Disclosure>
      </div>
    </Card>
  );
}
