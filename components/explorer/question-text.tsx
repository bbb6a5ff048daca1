type QuestionTextProps = { readonly id: string; readonly text: string | undefined };

/** Longer texts are folded to their beginning. */
const FOLDED_CHARACTERS = 160;

const ID = "block text-xs text-muted [overflow-wrap:anywhere]";
const TEXT = "block max-w-[75ch] font-normal whitespace-pre-line [overflow-wrap:anywhere]";

/** A question's text, if the server's data folder has it, over its id. */
export function QuestionText({ id, text }: QuestionTextProps) {
  if (text === undefined) return <span className="text-muted [overflow-wrap:anywhere]">{id}</span>;
  if (text.length <= FOLDED_CHARACTERS) {
    return (
      <>
        <span className={TEXT} dir="auto">
          {text}
        </span>
        <span className={ID}>{id}</span>
      </>
    );
  }
  return (
    <>
      <details className="group">
        <summary className={`${TEXT} list-none [&::-webkit-details-marker]:hidden`} dir="auto">
          <span className="group-open:hidden">{text.slice(0, FOLDED_CHARACTERS).trimEnd()}… </span>
          <span className="text-muted underline underline-offset-2 group-open:hidden">more</span>
          <span className="hidden text-muted underline underline-offset-2 group-open:inline">less</span>
        </summary>
        <span className={TEXT} dir="auto">
          {text}
        </span>
      </details>
      <span className={ID}>{id}</span>
    </>
  );
}
