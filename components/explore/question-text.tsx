type QuestionTextProps = {
  readonly id: string;
  readonly text: string | undefined;
  /** Named beside the id where a list mixes categories. */
  readonly category: string | null;
  /** Opens all that is known of the question. */
  readonly onOpen: () => void;
};

/** Longer texts are folded to their beginning. */
const FOLDED_CHARACTERS = 160;

const TEXT = "block max-w-[75ch] font-normal whitespace-pre-line [overflow-wrap:anywhere]";

/** The way into a question's drawer: its id. */
function QuestionLink({ id, category, onOpen }: Omit<QuestionTextProps, "text">) {
  return (
    <span className="block text-xs font-normal text-muted">
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={onOpen}
        className="min-h-6 text-left underline decoration-line-strong underline-offset-3 [overflow-wrap:anywhere] hover:text-text hover:decoration-text"
      >
        {id}
      </button>
      {category === null ? null : ` · ${category}`}
    </span>
  );
}

/** A question's text, if the server's data folder has it, over its id. */
export function QuestionText({ text, ...link }: QuestionTextProps) {
  if (text === undefined) return <QuestionLink {...link} />;
  if (text.length <= FOLDED_CHARACTERS) {
    return (
      <>
        <span className={TEXT} dir="auto">
          {text}
        </span>
        <QuestionLink {...link} />
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
      <QuestionLink {...link} />
    </>
  );
}
