import { Button } from "@/components/ui/button";
import type { Vote } from "@/lib/schemas/web/blind-vote";

const VOTES: readonly { readonly id: Vote; readonly label: string }[] = [
  { id: "a", label: "A is better" },
  { id: "b", label: "B is better" },
  { id: "tie", label: "Tie" },
  { id: "both_bad", label: "Both are bad" },
];

type VoteButtonsProps = { readonly disabled: boolean; readonly onVote: (vote: Vote) => void };

/** The four things that can be said of two answers. */
export function VoteButtons({ disabled, onVote }: VoteButtonsProps) {
  return (
    <fieldset disabled={disabled} className="border-t-2 border-accent bg-surface p-3">
      <legend className="sr-only">Your vote</legend>
      <p className="text-[0.8125rem] text-muted">
        {disabled ? "You can vote once both answers are there." : "Whose is whose is shown after your vote."}
      </p>
      <div className="mt-2 grid grid-cols-2 gap-1.5 sm:grid-cols-4">
        {VOTES.map(({ id, label }) => (
          <Button key={id} className="min-h-10" onClick={() => onVote(id)}>
            {label}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
