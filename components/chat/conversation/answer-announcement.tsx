import type { StoredMessage } from "@/lib/schemas/web/stored-conversation";
import { excerpt } from "@/lib/view/shared/prompt-history";

const SPOKEN_CHARACTERS = 400;

type AnswerAnnouncementProps = {
  /** The newest answer; undefined before the first. */
  readonly answer: StoredMessage | undefined;
  readonly busy: boolean;
  /** Nothing is said of answers that were there before somebody asked. */
  readonly asked: boolean;
};

/** Tells a screen reader who is answering, and the answer once it is whole: not word by word. */
export function AnswerAnnouncement({ answer, busy, asked }: AnswerAnnouncementProps) {
  return (
    <p role="status" className="sr-only">
      {asked ? inWords(answer, busy) : null}
    </p>
  );
}

/** Without the marks of Markdown, which would be read out. */
const spoken = (text: string): string => text.replace(/[*_`#>|~]+/g, "");

function inWords(answer: StoredMessage | undefined, busy: boolean): string {
  const facts = answer?.facts;
  if (facts === undefined) return busy ? "The question is being routed." : "";
  const who = `The ${facts.simulated ? "simulated " : ""}${facts.answeredBy} model`;
  if (busy) return `${who} is answering.`;
  return `${who} ${answer?.stopped === true ? "was stopped" : "has answered"}: ${excerpt(spoken(answer?.text ?? ""), SPOKEN_CHARACTERS)}`;
}
