"use client";

import { type FormEvent, useId, useState } from "react";
import { ask, sentenceOf } from "@/components/controls/ask-server";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type NewKey, newKeySchema } from "@/lib/schemas/web/api-key-requests";
import { LimitFields, type LimitsDraft, readLimits } from "./limit-fields";

const BLANK: LimitsDraft = { requests: "", dollars: "" };

/** Names a key, and limits it. */
export function NewKeyForm({ path, onMade }: { readonly path: string; readonly onMade: (made: NewKey) => void }) {
  const id = useId();
  const [name, setName] = useState("");
  const [draft, setDraft] = useState(BLANK);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const limits = readLimits(draft);
    if ("problem" in limits) return setProblem(limits.problem);
    setBusy(true);
    try {
      onMade(await ask(path, { method: "POST", body: { name, ...limits }, schema: newKeySchema }));
      setName("");
      setDraft(BLANK);
      setProblem(undefined);
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="grid gap-3" onSubmit={(event) => void submit(event)}>
      <div>
        <label htmlFor={id} className="block text-[0.8125rem] text-muted">
          Name
        </label>
        <input
          id={id}
          required
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          className="h-8 w-full rounded-sm border border-line-strong bg-surface px-2 text-sm"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <p id={`${id}-hint`} className="mt-1 text-xs text-muted">
          Letters, digits, dots, dashes and underscores. It stands in logs, decisions and bills, and stays.
        </p>
      </div>
      <LimitFields draft={draft} onDraft={setDraft} />
      {problem === undefined ? null : <Notice kind="error">{problem}</Notice>}
      <Button type="submit" look="solid" className="justify-self-start" disabled={isBusy}>
        Create key
      </Button>
    </form>
  );
}
