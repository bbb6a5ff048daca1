"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef } from "react";

type TermProps = {
  readonly children: ReactNode;
  /** One sentence. */
  readonly explanation: string;
};

const GAP = 6;
const EDGE = 8;
const LEAVE_DELAY_MS = 150;

/** Stands the note under the word, or above it where there is no room, and keeps it inside the window. */
function place(word: HTMLElement, note: HTMLElement): void {
  const anchor = word.getBoundingClientRect();
  const { width, height } = note.getBoundingClientRect();
  const left = Math.min(anchor.left, document.documentElement.clientWidth - width - EDGE);
  const below = anchor.bottom + GAP;
  const top = below + height + EDGE > window.innerHeight ? anchor.top - GAP - height : below;
  note.style.left = `${Math.max(EDGE, left)}px`;
  note.style.top = `${Math.max(EDGE, top)}px`;
}

/** A word with its explanation on hover, keyboard focus and tap; Escape closes it, and it stays while pointed at. */
export function Term({ children, explanation }: TermProps) {
  const id = useId();
  const word = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLSpanElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = () => {
    clearTimeout(leaving.current);
    if (word.current === null || note.current === null) return;
    if (!note.current.matches(":popover-open")) note.current.showPopover();
    place(word.current, note.current);
  };
  const hide = () => {
    clearTimeout(leaving.current);
    if (note.current?.matches(":popover-open")) note.current.hidePopover();
  };
  const onPointerEnter = (event: PointerEvent) => {
    if (event.pointerType === "mouse") show();
  };
  const onPointerLeave = (event: PointerEvent) => {
    if (event.pointerType === "mouse") leaving.current = setTimeout(hide, LEAVE_DELAY_MS);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") hide();
  };

  return (
    <>
      <button
        ref={word}
        type="button"
        aria-describedby={id}
        className="inline cursor-help text-[length:inherit] leading-[inherit] font-[inherit] text-inherit underline decoration-dotted decoration-from-font underline-offset-3"
        onClick={show}
        onFocus={show}
        onBlur={hide}
        onKeyDown={onKeyDown}
        onPointerEnter={onPointerEnter}
        onPointerLeave={onPointerLeave}
      >
        {children}
      </button>
      <span
        ref={note}
        id={id}
        role="tooltip"
        popover="auto"
        onPointerEnter={onPointerEnter}
        onPointerLeave={onPointerLeave}
        className="fixed inset-auto m-0 w-max max-w-[min(20rem,calc(100vw-1rem))] border border-line-strong bg-surface p-2 text-left text-[0.8125rem] leading-5 font-normal tracking-normal whitespace-normal text-text normal-case shadow-md"
      >
        {explanation}
      </span>
    </>
  );
}
