"use client";

import { createContext, type ReactNode, useContext } from "react";
import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import { formatWinRate } from "@/lib/view/shared/format";
import { type MeasuredBins, winRateParts, winRatePartsInWords } from "@/lib/view/shared/win-rate-parts";

type Measured = { readonly bins: MeasuredBins; readonly questionsOf: string };

const Context = createContext<Measured | null>(null);

type WinRateBinsProps = {
  readonly bins: MeasuredBins;
  /** The questions that they were counted on, as "questions of …". */
  readonly questionsOf?: string;
  readonly children: ReactNode;
};

/** Around every part of a page that shows what a win rate stands for. */
export const WinRateBins = ({ bins, questionsOf = "the audited MMLU", children }: WinRateBinsProps) => (
  <Context value={{ bins, questionsOf }}>{children}</Context>
);

type WinRateInHundredProps = {
  readonly router: RouterId;
  readonly winRate: number;
  /** What the win rate is, as the beginning of a sentence: "α" or the router's word by default. */
  readonly what?: string;
};

const PARTS = [
  { key: "strong", label: "strong better", bar: "bg-strong", text: "text-strong" },
  { key: "tie", label: "no difference", bar: "bg-line-strong", text: "text-muted" },
  { key: "weak", label: "weak better", bar: "bg-weak", text: "text-weak" },
] as const;

/** A win rate as three parts of 100 questions, because a tie counts half in it. Nothing where nothing was measured. */
export function WinRateInHundred({ router, winRate, what }: WinRateInHundredProps) {
  const measured = useContext(Context);
  const parts = measured === null ? undefined : winRateParts(measured.bins[router], winRate);
  if (measured === null || parts === undefined) return null;
  const subject = `${what ?? `${ROUTER_INFO[router].label} says`} ${formatWinRate(winRate)}.`;
  const words = winRatePartsInWords(parts, { subject, questionsOf: measured.questionsOf });
  return (
    <div className="text-[0.8125rem] leading-5">
      <p className="text-pretty">{words.parts}</p>
      <div aria-hidden="true" className="mt-1 max-w-xl">
        <div className="flex h-2 gap-px">
          {PARTS.map(({ key, bar }) => (
            <span key={key} className={bar} style={{ width: `${parts[key]}%` }} />
          ))}
        </div>
        <p className="flex flex-wrap justify-between gap-x-3 text-xs">
          {PARTS.map(({ key, label, text }) => (
            <span key={key} className={text}>
              {parts[key]} {label}
            </span>
          ))}
        </p>
      </div>
      <p className="mt-0.5 text-xs leading-5 text-muted text-pretty">{words.definition}</p>
    </div>
  );
}
