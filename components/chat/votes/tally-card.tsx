"use client";

import { saveFile } from "@/components/controls/save-file";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { tallyVotes, VOTES_FOR_ELO, type VoteTally } from "@/lib/evaluation/vote-tally";
import type { BlindMode } from "@/lib/schemas/web/blind-vote";
import { formatCount, formatCounted, formatPercent } from "@/lib/view/shared/format";
import { SharedVotes } from "./shared-votes";
import { outcomeOf } from "./vote-outcome";
import { useVoteStore } from "./vote-store";

type TallyCardProps = {
  readonly mode: BlindMode;
  /** The two models as they are now: votes on others are counted apart from theirs. */
  readonly models: readonly [string, string];
  readonly simulated: boolean;
};

const NAMES: Readonly<Record<BlindMode, readonly [string, string]>> = {
  models: ["the strong model", "the weak model"],
  policies: ["the router", "the random policy"],
};

/** How the votes stand, with how far to trust them. */
export function TallyCard({ mode, models, simulated }: TallyCardProps) {
  const { votes, agreements, removeAll } = useVoteStore();
  const ids = new Set(models);
  const counted = votes.filter((vote) => vote.mode === mode && ids.has(vote.models.a) && ids.has(vote.models.b));
  const tally = tallyVotes(counted.map(outcomeOf));
  const [first, second] = NAMES[mode];
  const exportVotes = () =>
    saveFile({
      name: "routellm-votes.jsonl",
      content: new Blob([votes.map((vote) => `${JSON.stringify(vote)}\n`).join("")], { type: "application/jsonl" }),
    });
  return (
    <Card title="How the votes stand" aside={tally.votes === 0 ? null : `${formatCount(tally.votes)} counted`}>
      {tally.votes === 0 ? (
        <p className="text-[0.8125rem] text-muted">
          Wins of {first} and of {second} stand here once you have voted, with an exact 95 % interval; ratings from{" "}
          {VOTES_FOR_ELO} votes on.
        </p>
      ) : (
        <>
          <Table
            caption="Votes by outcome"
            captionHidden
            head={
              <tr>
                <ColumnHead>Preferred</ColumnHead>
                <ColumnHead numeric>Votes</ColumnHead>
              </tr>
            }
          >
            {(
              [
                [first, tally.first],
                [second, tally.second],
                ["a tie", tally.ties],
                ["both bad", tally.bothBad],
              ] as const
            ).map(([name, count]) => (
              <tr key={name}>
                <RowHead className="first-letter:uppercase">{name}</RowHead>
                <Cell numeric>{formatCount(count)}</Cell>
              </tr>
            ))}
          </Table>
          <WinShare tally={tally} first={first} />
          <p className="mt-2 text-[0.8125rem]">{ratingInWords(tally, first)}</p>
        </>
      )}
      <p className="mt-2 text-xs text-muted">
        {mode === "policies" && agreements > 0
          ? `${formatCount(agreements)} more in which both policies chose the same model. `
          : null}
        {simulated
          ? "These are votes on simulated answers: they say nothing about models, and no router learns from them. "
          : null}
        Votes are kept in this browser, and on the server only if you say so.
      </p>
      {votes.length === 0 ? null : (
        <p className="mt-2 flex flex-wrap gap-1.5">
          <Button onClick={exportVotes}>Export all votes</Button>
          <Button look="quiet" onClick={removeAll}>
            Delete all votes
          </Button>
        </p>
      )}
      <SharedVotes />
    </Card>
  );
}

/** The share of decided votes and its interval, as a sentence and on a line from 0 to 100 %. */
function WinShare({ tally, first }: { readonly tally: VoteTally; readonly first: string }) {
  const { winShare } = tally;
  if (winShare === null) return <p className="mt-2 text-[0.8125rem]">No vote was for one side yet.</p>;
  const { share, interval } = winShare;
  const [low, high] = interval;
  const percent = (value: number) => `${(value * 100).toFixed(2)}%`;
  return (
    <div className="mt-3">
      <div aria-hidden="true" className="relative h-4">
        <div className="absolute inset-x-0 top-1.75 h-0.5 bg-line" />
        <div className="absolute top-0.5 left-1/2 h-3 border-l border-line-strong" />
        <div className="absolute top-1.25 h-1.5 bg-muted" style={{ left: percent(low), width: percent(high - low) }} />
        <div className="absolute top-0 h-4 w-1 -translate-x-1/2 bg-accent" style={{ left: percent(share) }} />
      </div>
      <p className="mt-1 text-[0.8125rem]">
        <span className="first-letter:uppercase">{first.replace(/^the/, "The")}</span> was preferred in{" "}
        <b className="font-semibold">{formatPercent(share)}</b> of{" "}
        {formatCounted(tally.first + tally.second, "decided vote")}; 95 % interval {formatPercent(low)} to{" "}
        {formatPercent(high)}
        {low <= 0.5 && high >= 0.5 ? ", so it may as well be a coin." : "."}
      </p>
    </div>
  );
}

function ratingInWords({ votes, eloDifference }: VoteTally, first: string): string {
  if (eloDifference === null)
    return `Elo ratings are shown from ${VOTES_FOR_ELO} votes on; ${VOTES_FOR_ELO - votes} to go.`;
  const points = Math.round(Math.abs(eloDifference));
  return `Elo: ${first} stands ${points} points ${eloDifference < 0 ? "below" : "above"} the other side.`;
}
