import { Chip } from "@/components/ui/chip";
import { neighboursAnswerSchema } from "@/lib/schemas/web/neighbours-answer";
import { nearestOtherWay } from "@/lib/view/playground/nearest-other-way";
import { formatWinRate } from "@/lib/view/shared/format";
import type { Verdict } from "@/lib/view/shared/verdict";
import { useRequest } from "./use-request";

type OtherWayProps = {
  readonly verdict: Verdict;
  readonly prompt: string;
  readonly onPick: (prompt: string) => void;
};

/** The example most like this prompt that the router sends to the other model. */
export function OtherWay({ verdict, prompt, onPick }: OtherWayProps) {
  const asked = useRequest({ path: "/neighbours", prompt, body: { prompt }, schema: neighboursAnswerSchema });
  if (asked?.answer == null) return null;
  const other = nearestOtherWay(asked.answer.examples, verdict);
  const side = verdict.choice === "strong" ? "weak" : "strong";
  if (other === undefined) return <p className="text-muted">No example prompt goes to the {side} model at this α.</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span>The example nearest in wording that goes to the {side} model:</span>
      <Chip title={other.example.prompt.slice(0, 300)} onClick={() => onPick(other.example.prompt)}>
        {other.example.title}
      </Chip>
      <span className="text-muted">
        win rate {formatWinRate(other.winRate)}, cosine {other.similarity.toFixed(2)}
      </span>
    </p>
  );
}
