"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ShareBar } from "@/components/ui/share-bar";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { formatDollars } from "@/lib/domain/dollars";
import type { KeyView, NewKey } from "@/lib/schemas/api-key-requests";
import { KeyAction, type KeyDeed } from "./key-action";

const dayOf = (time: string): string => time.slice(0, 10);
const minuteOf = (time: string): string => `${time.slice(0, 16).replace("T", " ")} UTC`;

type KeysTableProps = {
  readonly path: string;
  readonly keys: readonly KeyView[];
  readonly onChanged: () => void;
  readonly onRotated: (made: NewKey) => void;
};

/** A key a line, with what it may spend and has spent. */
export function KeysTable({ keys, ...rest }: KeysTableProps) {
  return (
    <Table
      caption="What each key has spent is of this month (UTC)."
      head={
        <tr>
          <ColumnHead>Name</ColumnHead>
          <ColumnHead numeric>Spent</ColumnHead>
          <ColumnHead numeric>Of</ColumnHead>
          <ColumnHead numeric>Requests a minute</ColumnHead>
          <ColumnHead>Created</ColumnHead>
          <ColumnHead>Last used</ColumnHead>
          <ColumnHead>
            <span className="sr-only">Actions</span>
          </ColumnHead>
        </tr>
      }
    >
      {keys.map((view) => (
        <KeyRow key={view.id ?? `environment ${view.name}`} view={view} {...rest} />
      ))}
    </Table>
  );
}

function KeyRow({ view, path, onChanged, onRotated }: Omit<KeysTableProps, "keys"> & { readonly view: KeyView }) {
  const [deed, setDeed] = useState<KeyDeed>();
  const { id, name, spent, dollarsPerMonth, requestsPerMinute, createdAt, createdBy, lastUsedAt, revokedAt } = view;
  const done = (made?: NewKey): void => {
    setDeed(undefined);
    if (made === undefined) onChanged();
    else onRotated(made);
  };
  return (
    <>
      <tr className={revokedAt === null ? undefined : "text-muted"}>
        <RowHead className="min-w-32 [overflow-wrap:anywhere]">
          {name} {revokedAt === null ? null : <Badge>revoked</Badge>}
          <KeyNotes view={view} />
        </RowHead>
        <Cell numeric>
          {formatDollars(spent)}
          {dollarsPerMonth === null ? null : <ShareBar share={spent / dollarsPerMonth} />}
        </Cell>
        <Cell numeric>{dollarsPerMonth === null ? "no limit" : formatDollars(dollarsPerMonth)}</Cell>
        <Cell numeric>{requestsPerMinute ?? "no limit"}</Cell>
        <Cell>{createdAt === null ? "ROUTELLM_API_KEYS" : `${dayOf(createdAt)} by ${createdBy}`}</Cell>
        <Cell>{id === null ? "not noted" : lastUsedAt === null ? "never" : minuteOf(lastUsedAt)}</Cell>
        <Cell>
          {id === null || revokedAt !== null ? null : (
            <span className="flex justify-end">
              {(["limits", "rotate", "revoke"] as const).map((next) => (
                <Button
                  key={next}
                  look="quiet"
                  aria-expanded={deed === next}
                  aria-label={`${LABELS[next]} ${next === "limits" ? "of " : ""}${name}`}
                  onClick={() => setDeed(deed === next ? undefined : next)}
                >
                  {LABELS[next]}
                </Button>
              ))}
            </span>
          )}
        </Cell>
      </tr>
      {deed === undefined || id === null ? null : (
        <tr>
          <td colSpan={7} className="bg-surface-2 p-2">
            {/* In sight also where the table is scrolled sideways, as on a phone. */}
            <div className="sticky left-2 w-fit max-w-[calc(100vw-4rem)]">
              <KeyAction
                path={`${path}/${id}`}
                view={view}
                deed={deed}
                onDone={done}
                onLeave={() => setDeed(undefined)}
              />
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

const LABELS: Readonly<Record<KeyDeed, string>> = { limits: "Limits", rotate: "Rotate", revoke: "Revoke" };

/** What else there is to know of a key. */
function KeyNotes({ view }: { readonly view: KeyView }) {
  const { setAside, formerUntil, revokedAt, changedBy, shadowed } = view;
  const oldKeyWorks = revokedAt === null && formerUntil !== null && Date.parse(formerUntil) > Date.now();
  return (
    <span className="block text-xs font-normal text-muted">
      {revokedAt === null ? null : <span className="block">{`${dayOf(revokedAt)} by ${changedBy ?? "nobody"}`}</span>}
      {oldKeyWorks ? <span className="block">{`The old key works until ${minuteOf(formerUntil)}`}</span> : null}
      {setAside < 0.000_05 ? null : <span className="block">{`${formatDollars(setAside)} held for calls`}</span>}
      {shadowed ? (
        <span className="block text-bad">Does not work: ROUTELLM_API_KEYS has another key of this name</span>
      ) : null}
    </span>
  );
}
