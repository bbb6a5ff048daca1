import { formatDollars } from "@/lib/domain/dollars";
import { type BilledAnswer, type RoutedAnswer, savingInWords, whyInWords } from "./answer-in-words";

/** One message, as it is written out. */
export type ExportedMessage = {
  readonly role: "user" | "assistant";
  readonly text: string;
  /** Of an answer: how it came about, unless that never arrived. */
  readonly facts?: (RoutedAnswer & { readonly model: string; readonly simulated: boolean }) | undefined;
  readonly bill?: BilledAnswer | undefined;
  readonly stopped?: boolean | undefined;
};

/** The lines under an answer's heading: who, why, and what it took. */
function noteOf({ facts, bill, stopped }: ExportedMessage): string {
  if (facts === undefined) return "";
  const parts = [
    whyInWords(facts),
    ...(facts.simulated ? ["The answer is simulated: no language model wrote it."] : []),
    ...(bill === undefined ? [] : [`${formatDollars(bill.cost)}, ${savingInWords(bill)}.`]),
    ...(stopped === true ? ["It was stopped before its end."] : []),
  ];
  return `${parts.map((part) => `> ${part}`).join("\n")}\n\n`;
}

const headingOf = ({ role, facts }: ExportedMessage): string =>
  role === "user"
    ? "Question"
    : facts === undefined
      ? "Answer"
      : `Answer of the ${facts.answeredBy} model (${facts.model})`;

/** A conversation as a Markdown file: one section a message, the answers' own Markdown as it came. */
export const conversationMarkdown = (title: string, messages: readonly ExportedMessage[]): string =>
  `# ${title}\n\n${messages
    .map((message) => `## ${headingOf(message)}\n\n${noteOf(message)}${message.text.trim()}\n`)
    .join("\n")}`;
