"use client";

import { type ReactNode, useId } from "react";
import { useEarlyInput } from "./use-early-input";

type SelectFieldProps<Value extends string> = {
  readonly label: ReactNode;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onSelect: (value: Value) => void;
};

/** A native choice of one, with its label on the same line. */
export function SelectField<Value extends string>({ label, value, options, onSelect }: SelectFieldProps<Value>) {
  const id = useId();
  const select = (text: string) => {
    const chosen = options.find((option) => option.value === text);
    if (chosen !== undefined) onSelect(chosen.value);
  };
  useEarlyInput(id, select);
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-1.5">
      <label htmlFor={id} className="text-[0.8125rem] text-muted">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => select(event.currentTarget.value)}
        className="min-h-8 max-w-full rounded-sm border border-line-strong bg-surface px-1.5 text-sm font-semibold"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
