"use client";

import { type FormEvent, useId, useState } from "react";
import { z } from "zod";
import { sentenceOf, tell } from "@/components/controls/ask-server";
import { useMay } from "@/components/controls/visitor";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { calibratedOnInWords } from "@/lib/calibration/model-offer";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { type HandOver, type SavedCalibration, savedCalibrationSchema } from "@/lib/schemas/web/saved-calibration";
import { formatPercent, formatThreshold } from "@/lib/view/shared/format";
import { DeleteQuestion, UndoDeletion } from "./delete-saved";
import { SavedComparison } from "./saved-comparison";
import { usePoll } from "./use-poll";

const savedSchema = z.array(savedCalibrationSchema);
const once = (): boolean => false;
/** Two are compared with each other. */
const COMPARED = 2;

/** Calibrations that were kept: renamed, compared, made the app's default, deleted. */
export function SavedList() {
  const { value: saved, problem, refresh } = usePoll("/calibrate/saved", { schema: savedSchema, goesOn: once });
  const [refusal, setRefusal] = useState<string>();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [deleted, setDeleted] = useState<{ readonly id: string; readonly name: string }>();
  const change = async (id: string, request: { method: string; body?: unknown }): Promise<boolean> => {
    setRefusal(undefined);
    try {
      await tell(`/calibrate/saved/${id}`, request);
      return true;
    } catch (error) {
      setRefusal(sentenceOf(error));
      return false;
    } finally {
      refresh();
    }
  };
  const remove = async ({ id, name }: SavedCalibration): Promise<void> => {
    if (await change(id, { method: "DELETE" })) setDeleted({ id, name });
  };
  const undo = async (id: string): Promise<void> => {
    if (await change(id, { method: "POST" })) setDeleted(undefined);
  };
  const pick = (id: string) =>
    setPicked(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id].slice(-COMPARED));
  const [first, second] = picked.map((id) => saved?.find((one) => one.id === id));
  return (
    <Card title="Saved calibrations" busy={saved === undefined && problem === undefined}>
      {problem === undefined && refusal === undefined ? null : (
        <Notice kind="error" action={<Button onClick={refresh}>Try again</Button>}>
          {refusal ?? problem}
        </Notice>
      )}
      {deleted === undefined ? null : <UndoDeletion name={deleted.name} onUndo={() => void undo(deleted.id)} />}
      {saved === undefined ? null : saved.length === 0 ? (
        <Notice kind="empty">
          None yet. A finished run can be saved under a name, and made the one that the whole app decides by.
        </Notice>
      ) : (
        <Table
          caption="Saved calibrations"
          captionHidden
          head={
            <tr>
              <ColumnHead>
                <span className="sr-only">Compare</span>
              </ColumnHead>
              <ColumnHead>Name</ColumnHead>
              <ColumnHead numeric>α</ColumnHead>
              <ColumnHead>
                <span className="sr-only">Actions</span>
              </ColumnHead>
            </tr>
          }
        >
          {saved.map((one) => (
            <SavedRow
              key={one.id}
              saved={one}
              picked={picked.includes(one.id)}
              onPick={() => pick(one.id)}
              onChange={(request) => void change(one.id, request)}
              onDelete={() => void remove(one)}
            />
          ))}
        </Table>
      )}
      {first === undefined || second === undefined ? (
        saved !== undefined && saved.length >= COMPARED ? (
          <p className="mt-2 text-xs text-muted">Tick two to compare them.</p>
        ) : null
      ) : (
        <SavedComparison first={first} second={second} />
      )}
    </Card>
  );
}

/** What the calibration's name stands for wherever it is called. */
const calibratedOnOf = ({ calibratedOn, sample }: HandOver): string =>
  calibratedOn ?? calibratedOnInWords({ kind: "own", name: sample.name, prompts: sample.rows - sample.heldOut });

type SavedRowProps = {
  readonly saved: SavedCalibration;
  readonly picked: boolean;
  readonly onPick: () => void;
  readonly onChange: (request: { method: string; body?: unknown }) => void;
  readonly onDelete: () => void;
};

function SavedRow({ saved, picked, onPick, onChange, onDelete }: SavedRowProps) {
  const { name, isDefault, handOver, outdated } = saved;
  const [renaming, setRenaming] = useState(false);
  const isAdmin = useMay("admin");
  const [asking, setAsking] = useState(false);
  return (
    <tr>
      <Cell>
        <input
          type="checkbox"
          className="accent-accent"
          aria-label={`Compare ${name}`}
          checked={picked}
          onChange={onPick}
        />
      </Cell>
      <RowHead className="[overflow-wrap:anywhere]">
        {renaming ? (
          <RenameForm
            name={name}
            onDone={(next) => {
              setRenaming(false);
              if (next !== undefined) onChange({ method: "PATCH", body: { name: next } });
            }}
          />
        ) : (
          <>
            {name} {isDefault ? <Badge tone="good">default</Badge> : null}
            <p className="text-xs font-normal text-muted">
              {ROUTER_INFO[handOver.router].label} at {formatPercent(handOver.target.strongShare, 1)} strong calls, on{" "}
              {calibratedOnOf(handOver)}
            </p>
            {outdated === undefined ? null : <p className="text-xs font-normal text-bad">{outdated}</p>}
          </>
        )}
      </RowHead>
      <Cell numeric>{formatThreshold(handOver.threshold)}</Cell>
      <Cell>
        {asking ? (
          <DeleteQuestion
            name={name}
            onAnswer={(isToGo) => {
              setAsking(false);
              if (isToGo) onDelete();
            }}
          />
        ) : (
          <span className="flex flex-wrap justify-end">
            {isAdmin ? (
              <Button
                look="quiet"
                aria-label={isDefault ? `No longer decide by ${name}` : `Make ${name} the default`}
                onClick={() => onChange({ method: "PATCH", body: { isDefault: !isDefault } })}
              >
                {isDefault ? "Unset default" : "Make default"}
              </Button>
            ) : null}
            <Button look="quiet" aria-label={`Rename ${name}`} onClick={() => setRenaming(true)}>
              Rename
            </Button>
            {isDefault && !isAdmin ? null : (
              <Button look="quiet" aria-label={`Delete ${name}`} onClick={() => setAsking(true)}>
                Delete
              </Button>
            )}
          </span>
        )}
      </Cell>
    </tr>
  );
}

/** @param onDone gets the new name, or nothing where it stays. */
function RenameForm({ name, onDone }: { readonly name: string; readonly onDone: (name?: string) => void }) {
  const id = useId();
  const [draft, setDraft] = useState(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone(draft.trim() === name ? undefined : draft);
  };
  return (
    <form className="flex flex-wrap gap-1.5" onSubmit={submit}>
      <label htmlFor={id} className="sr-only">
        New name of {name}
      </label>
      <input
        id={id}
        ref={(input) => input?.focus()}
        value={draft}
        maxLength={80}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onDone();
        }}
        className="h-8 min-w-32 rounded-sm border border-line-strong bg-surface px-2 text-sm font-normal"
      />
      <Button type="submit">Rename</Button>
      <Button look="quiet" onClick={() => onDone()}>
        Leave it
      </Button>
    </form>
  );
}
