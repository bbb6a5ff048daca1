import type { Samples } from "@/components/controls/use-thresholds";
import { WinRateInHundred } from "@/components/controls/win-rate-in-hundred";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDollars } from "@/lib/domain/dollars";
import type { AnswerBill } from "@/lib/schemas/web/answer-notes";
import type { RoutingFacts } from "@/lib/schemas/web/routing-notes";
import { savingInWords, whyInWords, wouldChooseInWords } from "@/lib/view/chat/answer-in-words";
import { formatCount, formatCounted, formatMilliseconds } from "@/lib/view/shared/format";
import { AnswerTrack } from "./answer-track";

type AnswerFactsProps = {
  readonly facts: RoutingFacts;
  readonly bill: AnswerBill | undefined;
  readonly state: "streaming" | "stopped" | "whole";
  readonly samples: Samples;
  /** One of two answers that were compared: nobody asked for this model. */
  readonly compared?: boolean;
};

const WITHOUT_BILL = {
  streaming: "Its cost is known at its end.",
  stopped: "Stopped: what it cost is not known here, so the totals leave it out.",
  whole: "The provider counted no tokens, so the totals leave it out.",
} as const;

/** Why this model answered, and what that cost. */
export function AnswerFacts({ facts, bill, state, samples, compared = false }: AnswerFactsProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-5 border-t border-line pt-1 text-[0.8125rem] leading-5 @xl:grid-cols-[minmax(0,15rem)_minmax(0,1fr)]">
      <AnswerTrack facts={facts} samples={samples} />
      <div className="@xl:pt-1.5">
        <p>{compared ? wouldChooseInWords(facts) : whyInWords(facts)}</p>
        <p className="mt-1 text-muted">
          {bill === undefined ? (
            WITHOUT_BILL[state]
          ) : (
            <>
              <b className="font-semibold text-text">{formatDollars(bill.cost)}</b>, {savingInWords(bill)};{" "}
              {formatCounted(bill.inputTokens, "token")} in, {formatCount(bill.outputTokens)} out.
            </>
          )}{" "}
          Routed in {formatMilliseconds(facts.routingMs)}.
        </p>
        <Disclosure summary="What this win rate means">
          <WinRateInHundred router={facts.router} winRate={facts.winRate} />
        </Disclosure>
      </div>
    </div>
  );
}
