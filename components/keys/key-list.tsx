"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { ShareBar } from "@/components/ui/share-bar";
import { formatDollars, formatGivenDollars } from "@/lib/domain/dollars";
import type { KeyView, NewKey } from "@/lib/schemas/web/api-key-requests";
import { KeyAction, type KeyOperation } from "./key-action";

const dayOf = (time: string): string => time.slice(0, 10);
const minuteOf = (time: string): string => `${time.slice(0, 16).replace("T", " ")} UTC`;

type KeyListProps = {
  readonly path: string;
  readonly keys: readonly KeyView[];
  readonly onChanged: () => void;
  readonly onRotated: (made: NewKey) => void;
};

/** A key an entry, with what it may spend and has spent. No table: on a phone its columns would not fit beside each other. */
export function KeyList({ keys, ...rest }: KeyListProps) {
  return (
    <>
      <p className="pb-1 text-[0.8125rem] text-muted">What each key has spent is of this month (UTC).</p>
      <ul aria-label="Keys" className="border-t border-line-strong text-[0.8125rem]">
        {keys.map((view) => (
          <KeyEntry key={view.id ?? `environment ${view.name}`} view={view} {...rest} />
        ))}
      </ul>
    </>
  );
}

function KeyEntry({ view, path, onChanged, onRotated }: Omit<KeyListProps, "keys"> & { readonly view: KeyView }) {
  const [deed, setDeed] = useState<KeyOperation>();
  const { id, name, revokedAt } = view;
  const done = (made?: NewKey): void => {
    setDeed(undefined);
    if (made === undefined) onChanged();
    else onRotated(made);
  };
  return (
    <li aria-label={name} className={classNames("border-b border-line py-2", revokedAt !== null && "text-muted")}>
      <div className="flex flex-wrap items-start gap-x-4">
        <div className="min-w-0 flex-1 basis-48 py-1.5 font-medium [overflow-wrap:anywhere]">
          {name} {revokedAt === null ? null : <Badge>revoked</Badge>}
          <KeyNotes view={view} />
        </div>
        {id === null || revokedAt !== null ? null : (
          <div className="flex flex-wrap">
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
          </div>
        )}
      </div>
      <KeyFacts view={view} />
      {deed === undefined || id === null ? null : (
        <div className="mt-2 bg-surface-2 p-2 text-text">
          <KeyAction path={`${path}/${id}`} view={view} deed={deed} onDone={done} onLeave={() => setDeed(undefined)} />
        </div>
      )}
    </li>
  );
}

/** What it may spend and has spent, and since when; as many beside each other as fit, in the same places in each entry. */
function KeyFacts({ view }: { readonly view: KeyView }) {
  const { id, spent, dollarsPerMonth, requestsPerMinute, createdAt, createdBy, lastUsedAt } = view;
  const facts = [
    [
      "Spent",
      <>
        {formatDollars(spent)}
        {dollarsPerMonth === null ? null : <ShareBar share={spent / dollarsPerMonth} />}
      </>,
    ],
    ["Dollars a month", dollarsPerMonth === null ? "no limit" : formatGivenDollars(dollarsPerMonth)],
    ["Requests a minute", requestsPerMinute ?? "no limit"],
    ["Created", createdAt === null ? "ROUTELLM_API_KEYS" : `${dayOf(createdAt)} by ${createdBy}`],
    ["Last used", id === null ? "not noted" : lastUsedAt === null ? "never" : minuteOf(lastUsedAt)],
  ] as const;
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(9rem,100%),1fr))] gap-x-4 gap-y-1.5">
      {facts.map(([label, value]) => (
        <div key={label} className="min-w-0 [overflow-wrap:anywhere]">
          <dt className="text-xs text-muted">{label}</dt>
          <dd className="tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const LABELS: Readonly<Record<KeyOperation, string>> = { limits: "Limits", rotate: "Rotate", revoke: "Revoke" };

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
