"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type DeleteQuestionProps = {
  readonly name: string;
  readonly onAnswer: (isToGo: boolean) => void;
};

/** Asked before a saved calibration goes, because programs may call it by name. */
export function DeleteQuestion({ name, onAnswer }: DeleteQuestionProps) {
  const keep = useRef<HTMLSpanElement>(null);
  useEffect(() => keep.current?.querySelector("button")?.focus(), []);
  return (
    <fieldset
      className="text-left text-[0.8125rem] font-normal"
      onKeyDown={(event) => {
        if (event.key === "Escape") onAnswer(false);
      }}
    >
      <legend className="font-semibold [overflow-wrap:anywhere]">Delete “{name}”?</legend>
      <p className="max-w-60">
        Configurations may name it as their model: their calls would fail from then on. It can be undone.
      </p>
      <span className="mt-1 flex flex-wrap gap-1.5" ref={keep}>
        <Button onClick={() => onAnswer(false)}>Keep it</Button>
        <Button look="solid" aria-label={`Delete ${name} now`} onClick={() => onAnswer(true)}>
          Delete
        </Button>
      </span>
    </fieldset>
  );
}

type UndoDeletionProps = {
  readonly name: string;
  readonly onUndo: () => void;
};

/** After a deletion, for as long as the page is open. */
export const UndoDeletion = ({ name, onUndo }: UndoDeletionProps) => (
  <div className="mb-2">
    <Notice kind="empty" action={<Button onClick={onUndo}>Undo</Button>}>
      “{name}” is deleted. Undoing brings it back under the same name.
    </Notice>
  </div>
);
