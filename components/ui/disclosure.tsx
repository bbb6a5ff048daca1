"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "./class-names";

type DisclosureProps = {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly className?: string;
  /** Hears of it when somebody opens or closes it. */
  readonly onToggle?: (open: boolean) => void;
  readonly children: ReactNode;
};

/** Something folded away that works without script: native details and summary. */
export function Disclosure({ summary, open, className, onToggle, children }: DisclosureProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const tell = useRef(onToggle);
  // Opened before the page's script came: nobody heard of it then.
  useEffect(() => {
    if (details.current?.open) tell.current?.(true);
  }, []);
  return (
    <details
      ref={details}
      open={open}
      onToggle={onToggle && ((event) => onToggle(event.currentTarget.open))}
      className={classNames("group", className)}
    >
      <summary className="flex min-h-7 list-none items-center gap-1.5 text-sm text-muted hover:text-text [&::-webkit-details-marker]:hidden">
        <svg
          viewBox="0 0 8 8"
          aria-hidden="true"
          className="size-2 shrink-0 fill-current motion-safe:transition-transform group-open:rotate-90"
        >
          <path d="M2 0 7 4 2 8Z" />
        </svg>
        <span>{summary}</span>
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
