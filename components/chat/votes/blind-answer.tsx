import { AnswerFacts } from "@/components/chat/conversation/answer-facts";
import { AnswerText } from "@/components/chat/conversation/answer-text";
import { Answerer } from "@/components/chat/conversation/answerer";
import type { Samples } from "@/components/controls/use-thresholds";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { RoundAnswer } from "./use-round-answer";

type BlindAnswerProps = {
  readonly name: "A" | "B";
  readonly answer: RoundAnswer;
  /** After the vote: whose it was. */
  readonly revealed: boolean;
  /** The policy that chose the model, once that may be known. */
  readonly policy: string | undefined;
  readonly samples: Samples;
  readonly onRetry: () => void;
};

/**
 * What a simulated model says of itself at the start of its answer would end the comparison before it began; that the
 * answer is simulated stands beside it all the time.
 */
const SELF_INTRODUCTION = /^\*\*Simulated answer of the (?:strong|weak) model\.\*\*/;

/** One of two answers, of somebody unknown until the vote. */
export function BlindAnswer({ name, answer, revealed, policy, samples, onRetry }: BlindAnswerProps) {
  const { message, busy, failure } = answer;
  const facts = message?.facts;
  const text = message?.text ?? "";
  const shown = revealed || facts?.simulated !== true ? text : text.replace(SELF_INTRODUCTION, "**Simulated answer.**");
  return (
    <article
      aria-label={`Answer ${name}`}
      aria-busy={busy}
      className="@container grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-2.5 border border-line bg-surface p-3"
    >
      <div className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] text-muted">
        <h3 className="font-serif text-lg leading-6 font-semibold text-text">{name}</h3>
        {revealed && facts !== undefined ? <Answerer facts={facts} /> : null}
        {revealed && policy !== undefined ? <span>chosen by the {policy}</span> : null}
        {!revealed && facts?.simulated === true ? <Badge>simulated</Badge> : null}
        {busy ? <span className="ml-auto">writing…</span> : null}
      </div>
      {failure === undefined ? null : (
        <Notice kind="error" action={<Button onClick={onRetry}>Try again</Button>}>
          {failure}
        </Notice>
      )}
      {message === undefined ? null : <AnswerText id={message.id} text={shown} />}
      {revealed && facts !== undefined ? (
        <AnswerFacts facts={facts} bill={message?.bill} state="whole" samples={samples} compared />
      ) : null}
    </article>
  );
}
