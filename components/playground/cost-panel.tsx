"use client";

import { lazy, Suspense, useState } from "react";
import { MoneyAddress } from "@/components/controls/money-address";
import { PriceNote } from "@/components/controls/price-note";
import { useMoney } from "@/components/controls/use-money";
import { useRouterChoice } from "@/components/controls/use-router-choice";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { Disclosure } from "@/components/ui/disclosure";
import { SelectField } from "@/components/ui/select-field";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { Term } from "@/components/ui/term";
import { formatDollars } from "@/lib/domain/dollars";
import { PAPER_PAIR } from "@/lib/domain/model-pair";
import { ROUTER_IDS, ROUTER_INFO } from "@/lib/domain/router-id";
import { CHARACTERS_PER_TOKEN, estimateTokens, promptCost, savingOf } from "@/lib/view/playground/prompt-cost";
import { DEFAULT_ASSUMPTIONS } from "@/lib/view/shared/assumptions";
import { formatCount, formatCounted, formatPercent } from "@/lib/view/shared/format";
import type { Verdict } from "@/lib/view/shared/verdict";
import { TERMS } from "./terms";

/** Fetched when its fold is opened: the first visit needs none of it. */
const PriceEditor = lazy(async () => ({
  default: (await import("@/components/controls/price-editor")).PriceEditor,
}));

const NONE = "–";

type CostPanelProps = {
  /** Length of the prompt in characters. */
  readonly characters: number;
  readonly verdicts: readonly Verdict[];
  readonly outdated: boolean;
};

/** What this prompt costs at either model, and what the chosen router's decision saves. */
export function CostPanel({ characters, verdicts, outdated }: CostPanelProps) {
  const { assumptions, model: money } = useMoney();
  const [routerId, setRouterId] = useRouterChoice();
  const [opened, setOpened] = useState(false);
  const verdict = verdicts.find((candidate) => candidate.routerId === routerId);
  const cost = money === null ? null : promptCost({ characters, money });
  const dollars = (sum: number | undefined): string =>
    characters === 0 || sum === undefined ? NONE : formatDollars(sum);
  return (
    <Card
      title="This prompt costs"
      aside={
        <span>
          {characters === 0 ? "no" : `≈ ${formatCount(estimateTokens(characters))}`}{" "}
          <Term explanation={TERMS.token}>tokens</Term> in,{" "}
          {characters === 0 ? "nothing" : formatCount(assumptions.answerTokens)} out
        </span>
      }
    >
      <Table
        caption="Cost of this prompt and its answer at each model"
        captionHidden
        head={
          <tr>
            <ColumnHead>Model</ColumnHead>
            <ColumnHead numeric>this prompt</ColumnHead>
            <ColumnHead numeric>1,000 like it</ColumnHead>
          </tr>
        }
      >
        {(["strong", "weak"] as const).map((side) => (
          <tr key={side} className={verdict?.choice === side && !outdated ? "font-semibold" : undefined}>
            <RowHead>
              <span className={side === "strong" ? "text-strong" : "text-weak"}>
                {side === "strong" ? "Strong" : "Weak"}
              </span>{" "}
              <span className="font-normal text-muted">{PAPER_PAIR[side]}</span>
            </RowHead>
            <Cell numeric>{dollars(cost?.[side])}</Cell>
            <Cell numeric>{dollars(cost === null ? undefined : cost[side] * 1000)}</Cell>
          </tr>
        ))}
      </Table>
      <div className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <SelectField
          label="Decided by"
          value={routerId}
          options={ROUTER_IDS.map((id) => ({ value: id, label: ROUTER_INFO[id].label }))}
          onSelect={(id) => void setRouterId(id)}
        />
        <p className={classNames("min-h-5", outdated && "opacity-45")}>
          {verdict === undefined || cost === null
            ? "no decision yet."
            : describeSaving(verdict, savingOf(cost, verdict.choice))}
        </p>
      </div>
      <p className="mt-1 text-xs leading-5 text-muted">
        <PriceNote />
      </p>
      <MoneyAddress />
      <Disclosure summary="Prices and answer length" className="mt-1" onToggle={(open) => open && setOpened(true)}>
        <Suspense fallback={null}>{opened ? <PriceEditor lengths={["answerTokens"]} /> : null}</Suspense>
        <p className="mt-1.5 text-xs text-muted">
          {formatCounted(characters, "character")} at {CHARACTERS_PER_TOKEN} a token, the rule of thumb for English: an
          estimate. The answer’s length is an assumption too; {DEFAULT_ASSUMPTIONS.answerTokens} tokens is the paper’s
          mean.
        </p>
      </Disclosure>
    </Card>
  );
}

function describeSaving({ choice }: Verdict, { dollars, share }: ReturnType<typeof savingOf>): string {
  if (choice === "strong") return "it goes to the strong model; nothing is saved on this one.";
  if (dollars < 0) return `it goes to the weak model, which costs ${formatDollars(-dollars)} more at these prices.`;
  return `it goes to the weak model and saves ${formatDollars(dollars)}, ${formatPercent(share, 1)} of the strong model's price.`;
}
