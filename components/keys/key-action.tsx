"use client";

import { type FormEvent, useState } from "react";
import { ask, sentenceOf, tell } from "@/components/controls/ask-server";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select-field";
import { KEPT_HOURS, type KeyView, type NewKey, newKeySchema } from "@/lib/schemas/web/api-key-requests";
import { draftOf, LimitFields, readLimits } from "./limit-fields";

/** What can be done with a key. */
export type KeyOperation = "limits" | "rotate" | "revoke";

const HOURS: Readonly<Record<(typeof KEPT_HOURS)[number], string>> = {
  0: "ends at once",
  1: "works for another hour",
  24: "works for another day",
  168: "works for another week",
};

type KeyActionProps = {
  readonly path: string;
  readonly view: KeyView;
  readonly deed: KeyOperation;
  /** Gets the new key, where there is one. */
  readonly onDone: (made?: NewKey) => void;
  readonly onLeave: () => void;
};

/** Asks for what is needed, and does it. */
export function KeyAction({ path, view, deed, onDone, onLeave }: KeyActionProps) {
  const [draft, setDraft] = useState(() => draftOf(view));
  const [hours, setHours] = useState("24");
  const [problem, setProblem] = useState<string>();

  const act = async (): Promise<NewKey | undefined> => {
    if (deed === "rotate") {
      const body = { keepHours: Number(hours) };
      return ask(`${path}/rotations`, { method: "POST", body, schema: newKeySchema });
    }
    if (deed === "revoke") await tell(path, { method: "DELETE" });
    else await tell(path, { method: "PATCH", body: readLimits(draft) });
    return undefined;
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const limits = readLimits(draft);
    if (deed === "limits" && "problem" in limits) return setProblem(limits.problem);
    try {
      onDone(await act());
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };

  return (
    <form className="grid justify-items-start gap-2 text-sm" onSubmit={(event) => void submit(event)}>
      {deed === "limits" ? <LimitFields draft={draft} onDraft={setDraft} /> : null}
      {deed === "rotate" ? (
        <SelectField
          label={`A new key takes the place of that of ${view.name}, which`}
          value={hours}
          options={KEPT_HOURS.map((kept) => ({ value: String(kept), label: HOURS[kept] }))}
          onSelect={setHours}
        />
      ) : null}
      {deed === "revoke" ? (
        <p>{`From the next second on, ${view.name} is refused everywhere. This cannot be taken back.`}</p>
      ) : null}
      {problem === undefined ? null : <Notice kind="error">{problem}</Notice>}
      <span className="flex flex-wrap gap-2">
        <Button type="submit" look="solid">
          {deed === "limits" ? "Set limits" : deed === "rotate" ? "Make the new key" : `Revoke ${view.name} for good`}
        </Button>
        <Button look="quiet" onClick={onLeave}>
          Leave it
        </Button>
      </span>
    </form>
  );
}
