import { type OcclusionMark, occlusionMarks, strongestMarks } from "@/lib/view/playground/occlusion-marks";
import { formatMargin, formatWinRate } from "@/lib/view/shared/format";
import { excerpt } from "@/lib/view/shared/prompt-history";
import { textDirection } from "@/lib/view/shared/text-direction";
import type { ExplanationOf } from "./explanation-of";

const LISTED = 4;

/** At most this much of a hue lies under the text, so that it stays readable. */
const DEEPEST = 42;

const wash = ({ effect, strength }: OcclusionMark): string | undefined =>
  effect === 0
    ? undefined
    : `color-mix(in srgb, var(${effect > 0 ? "--strong" : "--weak"}) ${Math.round(4 + DEEPEST * strength)}%, transparent)`;

/** The prompt, each word tinted by what leaving it out does to the win rate. */
export function WhyWords({
  explanation,
  prompt,
}: {
  readonly explanation: ExplanationOf<"bert">;
  readonly prompt: string;
}) {
  const { winRate, pieces } = explanation;
  const marks = occlusionMarks({ prompt, winRate, pieces });
  if (marks.length === 0) return <p>The prompt is a single word: without it nothing is left to score.</p>;
  const unread = marks.filter(({ effect }) => effect === 0).length;
  return (
    <>
      <p>
        The prompt was scored again without each word (in a long prompt, groups of words): what is tinted{" "}
        <b className="font-semibold text-strong">strong</b> raised the win rate of {formatWinRate(winRate)}, what is
        tinted <b className="font-semibold text-weak">weak</b> lowered it.
        {unread > marks.length / 2 ? " Most of it makes no difference; of a long text only the ends are read." : null}
      </p>
      <p
        dir={textDirection(prompt)}
        className="max-h-64 overflow-y-auto border border-line bg-bg p-2 text-sm leading-6 break-words whitespace-pre-wrap"
      >
        {marks.map((mark) => (
          <span
            key={mark.start}
            title={mark.effect === 0 ? undefined : formatMargin(mark.effect)}
            style={{ background: wash(mark) }}
          >
            {mark.text}
          </span>
        ))}
      </p>
      <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {(["strong", "weak"] as const).map((side) => {
          const listed = strongestMarks(marks, { side, most: LISTED });
          return (
            <div key={side}>
              <h4 className={side === "strong" ? "font-semibold text-strong" : "font-semibold text-weak"}>
                Speaks for {side}
              </h4>
              {listed.length === 0 ? (
                <p className="text-muted">nothing in it</p>
              ) : (
                <ol aria-label={`Words that speak for ${side}`}>
                  {listed.map(({ start, text, effect }) => (
                    <li key={start} className="flex justify-between gap-3 border-b border-line py-0.5">
                      <span className="min-w-0 truncate">{excerpt(text, 40) || "(blanks)"}</span>
                      <span>{formatMargin(effect)}</span>
                    </li>
                  ))}
                </ol>
              )}
            </div>
          );
        })}
      </div>
    </>
  );
}
