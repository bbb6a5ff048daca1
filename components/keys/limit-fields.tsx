"use client";

import { useId } from "react";
import { parseNumber } from "@/components/ui/parse-number";
import type { KeyLimits } from "@/lib/schemas/web/api-key-requests";

/** As they are typed; blank for no limit. */
export type LimitsDraft = { readonly requests: string; readonly dollars: string };

const asText = (limit: number | null): string => (limit === null ? "" : String(limit));

export const draftOf = ({ requestsPerMinute, dollarsPerMonth }: KeyLimits): LimitsDraft => ({
  requests: asText(requestsPerMinute),
  dollars: asText(dollarsPerMonth),
});

/** @returns the limits, or what is wrong with them. */
export function readLimits({ requests, dollars }: LimitsDraft): KeyLimits | { readonly problem: string } {
  const read = (text: string): number | null | undefined => {
    if (text.trim() === "") return null;
    const value = parseNumber(text);
    return value !== undefined && value > 0 ? value : undefined;
  };
  const [requestsPerMinute, dollarsPerMonth] = [read(requests), read(dollars)];
  if (requestsPerMinute === undefined) {
    return { problem: "Requests a minute must be a number above 0, or blank for no limit." };
  }
  if (dollarsPerMonth === undefined) {
    return { problem: "Dollars a month must be a number above 0, or blank for no limit." };
  }
  return { requestsPerMinute, dollarsPerMonth };
}

const FIELD = "h-8 w-28 rounded-sm border border-line-strong bg-surface px-2 text-right text-sm tabular-nums";

const LIMITS = [
  { name: "dollars", label: "Dollars a month" },
  { name: "requests", label: "Requests a minute" },
] as const;

/** What a key may do. */
export function LimitFields(props: { readonly draft: LimitsDraft; readonly onDraft: (draft: LimitsDraft) => void }) {
  const { draft, onDraft } = props;
  const id = useId();
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-2">
      {LIMITS.map(({ name, label }) => (
        <span key={name}>
          <label htmlFor={`${id}-${name}`} className="block text-[0.8125rem] text-muted">
            {label}
          </label>
          <input
            id={`${id}-${name}`}
            inputMode="decimal"
            autoComplete="off"
            placeholder="no limit"
            className={FIELD}
            value={draft[name]}
            onChange={(event) => onDraft({ ...draft, [name]: event.currentTarget.value })}
          />
        </span>
      ))}
    </div>
  );
}
