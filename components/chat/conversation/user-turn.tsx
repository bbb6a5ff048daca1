"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { findPromptProblem } from "@/lib/domain/prompt";
import { textDirection } from "@/lib/view/shared/text-direction";

type UserTurnProps = {
  readonly text: string;
  /** Asks anew with other words; absent while an answer is on its way. */
  readonly onEdit: ((text: string) => void) | undefined;
  /** Turns follow, which an edit drops. */
  readonly hasLater: boolean;
};

/** What somebody asked, and a way to ask it differently. */
export function UserTurn({ text, onEdit, hasLater }: UserTurnProps) {
  const [draft, setDraft] = useState<string>();
  if (draft === undefined || onEdit === undefined) {
    return (
      <div className="flex items-start justify-between gap-3 border-l-3 border-accent bg-surface-2 py-1.5 pr-1.5 pl-3">
        <p
          dir={textDirection(text)}
          className="min-w-0 text-[0.9375rem] leading-6 whitespace-pre-wrap [overflow-wrap:anywhere]"
        >
          {text}
        </p>
        {onEdit === undefined ? null : (
          <Button look="quiet" aria-label="Edit this question" onClick={() => setDraft(text)}>
            Edit
          </Button>
        )}
      </div>
    );
  }
  return (
    <EditForm
      draft={draft}
      hasLater={hasLater}
      onDraft={setDraft}
      onCancel={() => setDraft(undefined)}
      onSubmit={() => {
        setDraft(undefined);
        onEdit(draft);
      }}
    />
  );
}

type EditFormProps = {
  readonly draft: string;
  readonly hasLater: boolean;
  readonly onDraft: (draft: string) => void;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
};

function EditForm({ draft, hasLater, onDraft, onSubmit, onCancel }: EditFormProps) {
  const id = useId();
  const problem = findPromptProblem(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (problem === undefined) onSubmit();
  };
  return (
    <form onSubmit={submit} className="border-l-3 border-accent bg-surface-2 p-2">
      <label htmlFor={id} className="text-[0.8125rem] font-semibold">
        Edit the question
      </label>
      <textarea
        id={id}
        ref={(box) => {
          // When it appears: whoever pressed Edit goes on typing.
          if (box !== null && document.activeElement?.id !== id) box.focus();
        }}
        value={draft}
        rows={4}
        dir={textDirection(draft)}
        onChange={(event) => onDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onCancel();
        }}
        className="mt-1 block w-full resize-y rounded-sm border border-line-strong bg-bg p-2 text-[0.9375rem] leading-6"
      />
      {problem === undefined ? null : (
        <div className="mt-1.5">
          <Notice kind="empty">{problem}</Notice>
        </div>
      )}
      <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
        <Button type="submit" look="solid" disabled={problem !== undefined}>
          Ask again
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
        {hasLater ? <span className="text-xs text-muted">What follows it is left out.</span> : null}
      </div>
    </form>
  );
}
