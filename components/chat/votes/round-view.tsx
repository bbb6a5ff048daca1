"use client";

import { type ReactNode, useEffect, useState } from "react";
import { UserTurn } from "@/components/chat/conversation/user-turn";
import type { Samples } from "@/components/controls/use-thresholds";
import { Notice } from "@/components/ui/notice";
import type { Choice } from "@/lib/domain/decide";
import type { Vote } from "@/lib/schemas/web/blind-vote";
import { BlindAnswer } from "./blind-answer";
import type { BlindRound } from "./blind-round";
import { policyOf, toVoteRecord, verdictInWords } from "./round-record";
import { useSharedVotes } from "./shared-votes-store";
import { useRoundAnswer } from "./use-round-answer";
import { VoteButtons } from "./vote-buttons";
import { useVoteStore } from "./vote-store";

type RoundViewProps = {
  readonly round: BlindRound;
  readonly samples: Samples;
  /** Asks the next question; stands where the vote was. */
  readonly next: ReactNode;
};

/** Two answers of unknown origin, the vote on them, and what was behind them. */
export function RoundView({ round, samples, next }: RoundViewProps) {
  const [a, b] = [useRoundAnswer(round.a.chat), useRoundAnswer(round.b.chat)];
  const cast = useVoteStore((state) => state.cast);
  const agree = useVoteStore((state) => state.agree);
  const share = useSharedVotes((state) => state.share);
  const [vote, setVote] = useState<Vote>();
  const [answeredA, answeredB] = [a.message?.facts?.answeredBy, b.message?.facts?.answeredBy];
  const [agreedOn, setAgreedOn] = useState<Choice>();
  const same = answeredA === answeredB ? answeredA : undefined;
  useEffect(() => {
    // Once both are known to be of one model, the second answer is of no use: it is not paid for to its end. What is
    // stopped early leaves nothing, so the finding is kept.
    if (same === undefined || agreedOn !== undefined) return;
    setAgreedOn(same);
    void round.b.chat.stop();
    if (round.mode === "policies") agree();
  }, [same, agreedOn, round, agree]);
  const agreed = agreedOn !== undefined;

  const onVote = (given: Vote) => {
    const record = toVoteRecord({ round, vote: given, a: a.message, b: b.message });
    if (record === undefined) return;
    setVote(given);
    cast(record);
    void share(record);
  };
  const revealed = vote !== undefined || agreed;
  const busy = a.busy || b.busy;
  return (
    <>
      <UserTurn text={round.prompt} onEdit={undefined} hasLater={false} />
      <div className={agreed ? "grid gap-3" : "grid grid-cols-[minmax(0,1fr)] gap-3 md:grid-cols-2"}>
        <BlindAnswer
          name="A"
          answer={a}
          revealed={revealed}
          policy={agreed ? undefined : policyOf(round, "a")}
          samples={samples}
          onRetry={round.a.retry}
        />
        {agreed ? null : (
          <BlindAnswer
            name="B"
            answer={b}
            revealed={revealed}
            policy={policyOf(round, "b")}
            samples={samples}
            onRetry={round.b.retry}
          />
        )}
      </div>
      <p role="status" className="sr-only">
        {busy ? "Both answers are being written." : revealed ? null : "Both answers are there: vote."}
      </p>
      {agreed ? (
        <Notice kind="empty">
          {round.mode === "policies"
            ? `The router and the random policy both chose the ${agreedOn} model, so there is nothing to compare. It is counted as an agreement, not as a vote.`
            : `Both answers are the ${agreedOn} model’s, because the other one gave none: there is nothing to compare.`}
        </Notice>
      ) : vote === undefined ? (
        <VoteButtons disabled={!a.whole || !b.whole} onVote={onVote} />
      ) : (
        <p role="status" className="border-l-3 border-good bg-surface px-3 py-2 text-sm">
          {verdictInWords({ round, vote })}
        </p>
      )}
      {revealed ? next : null}
    </>
  );
}
