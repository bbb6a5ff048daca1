"use client";

import { type FormEvent, type KeyboardEvent, type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { countCharacters, findPromptProblem, MAX_PROMPT_CHARACTERS } from "@/lib/domain/prompt";
import { formatCount } from "@/lib/view/shared/format";
import { textDirection } from "@/lib/view/shared/text-direction";
import { focusOnMount } from "./focus-on-mount";

type ComposerProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly busy: boolean;
  /** Why nothing can be asked now, in one sentence; undefined if it can. */
  readonly obstacle: string | undefined;
  readonly onText: (text: string) => void;
  readonly onSend: () => void;
  readonly onStop: () => void;
  /** Somebody is about to ask. */
  readonly onFocus?: () => void;
  /** It takes the place of what was pressed, and so the keyboard. */
  readonly takesFocus?: boolean;
  /** Stands under the box: how the question is routed. */
  readonly note?: ReactNode;
};

/** From here on the count is shown: before, it tells nobody anything. */
const COUNTED_FROM = 0.8 * MAX_PROMPT_CHARACTERS;

/** A finger's Enter key makes a line; a keyboard's sends. */
const isTouched = (): boolean => window.matchMedia("(pointer: coarse)").matches;

/** Where a question is written and sent, and where its answer is stopped. */
export function Composer(props: ComposerProps) {
  const { label, placeholder, text, busy, obstacle, onText, onSend, onStop, onFocus, takesFocus = false, note } = props;
  const id = useId();
  const characters = text.length < COUNTED_FROM ? 0 : countCharacters(text);
  const tooLong = characters > MAX_PROMPT_CHARACTERS;
  const problem = obstacle ?? (tooLong ? findPromptProblem(text) : undefined);
  const canSend = !busy && obstacle === undefined && findPromptProblem(text) === undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) onStop();
    else if (canSend) onSend();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || isTouched()) return;
    event.preventDefault();
    if (canSend) onSend();
  };
  return (
    <form onSubmit={submit} className="border-t-2 border-accent bg-surface p-2.5">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <div className="flex items-end gap-2">
        <textarea
          id={id}
          ref={takesFocus ? focusOnMount : undefined}
          value={text}
          rows={2}
          dir={textDirection(text)}
          autoComplete="off"
          placeholder={placeholder}
          aria-invalid={tooLong}
          aria-describedby={`${id}-problem`}
          onChange={(event) => onText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          className={classNames(
            "field-sizing-content block max-h-48 min-h-14 w-full min-w-0 resize-none rounded-sm border bg-bg p-2 text-[0.9375rem] leading-5",
            tooLong ? "border-bad" : "border-line-strong",
          )}
        />
        <Button type="submit" look="solid" disabled={!busy && !canSend} className="min-h-10 min-w-16">
          {busy ? "Stop" : "Send"}
        </Button>
      </div>
      <p id={`${id}-problem`} className={classNames("text-xs", problem === undefined ? "text-muted" : "text-bad")}>
        {problem ??
          (characters === 0 ? null : `${formatCount(characters)} / ${formatCount(MAX_PROMPT_CHARACTERS)} characters`)}
      </p>
      {problem === undefined ? note : null}
    </form>
  );
}
