import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";

type CardProps = {
  /** Names the region; rendered as its heading. */
  readonly title: ReactNode;
  /** Stands on the heading's line, at the far side: a count, a switch. */
  readonly aside?: ReactNode;
  /** What it shows is being replaced; announced when that is done. */
  readonly busy?: boolean;
  /** Of its heading: 3 where the card stands under a section's own heading. */
  readonly level?: 2 | 3;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A panel: a landmark region named by its own heading, under a heavy rule. */
export function Card({ title, aside, busy, level = 2, className, children }: CardProps) {
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      aria-labelledby={id}
      aria-busy={busy}
      className={classNames("border-t-2 border-accent bg-surface p-3 sm:p-4", className)}
    >
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Heading id={id} className="text-[0.9375rem] leading-6 font-semibold">
          {title}
        </Heading>
        {aside === undefined ? null : <div className="text-[0.8125rem] text-muted">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
