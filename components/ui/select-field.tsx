"use client";

import { type ReactNode, useId } from "react";

type SelectFieldProps<Value extends string> = {
  readonly label: ReactNode;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onSelect: (value: Value) => void;
};

/** A native choice of one, with its label on the same line. */
export function SelectField<Value extends string>({ label, value, options, onSelect }: SelectFieldProps<Value>) {
  const id = useId();
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-1.5">
      <label htmlFor={id} className="text-[0.8125rem] text-muted">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) onSelect(chosen.value);
        }}
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
