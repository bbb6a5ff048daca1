"use client";

import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { classNames } from "./class-names";
import { parseNumber } from "./parse-number";

type NumberFieldProps = {
  /** Visible label, unless `labelHidden`; also the accessible name. */
  readonly label: ReactNode;
  readonly labelHidden?: boolean;
  /** In the unit that is shown. */
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  /** The value as shown while nobody edits it, without unit. */
  readonly format: (value: number) => string;
  readonly prefix?: string;
  readonly unit?: string;
  /** Width of the input in digits, so that it never changes with the value. */
  readonly digits?: number;
  /** Called once per edit, on Enter or on leaving the field, only with a changed value within the bounds. */
  readonly onCommit: (value: number) => void;
  readonly className?: string;
};

/** A number that can be edited in place: Enter or leaving commits, Escape restores, a bad entry stays and is explained. */
export function NumberField(props: NumberFieldProps) {
  const { label, labelHidden = false, value, minimum, maximum, format, prefix, unit, digits = 6, onCommit } = props;
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();

  const restore = () => {
    setDraft(undefined);
    setProblem(undefined);
  };
  const commit = () => {
    if (draft === undefined) return;
    const entered = parseNumber(draft);
    if (entered === undefined || entered < minimum || entered > maximum) {
      setProblem(`Enter a number from ${format(minimum)} to ${format(maximum)}.`);
      return;
    }
    restore();
    if (draft.trim() !== format(value)) onCommit(entered);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      commit();
    } else if (event.key === "Escape") restore();
  };

  return (
    <div className={classNames("max-w-full", props.className)}>
      <label htmlFor={id} className={labelHidden ? "sr-only" : "block text-[0.8125rem] text-muted"}>
        {label}
      </label>
      <span
        className={classNames(
          "inline-flex min-h-8 max-w-full items-center rounded-sm border bg-surface px-1.5 focus-within:outline-2 focus-within:outline-accent",
          problem === undefined ? "border-line-strong" : "border-bad",
        )}
      >
        {prefix === undefined ? null : <span className="pr-0.5 text-muted">{prefix}</span>}
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          className="min-w-0 bg-transparent text-right outline-none"
          style={{ width: `${digits + 0.5}ch` }}
          value={draft ?? format(value)}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            setProblem(undefined);
          }}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={commit}
          onKeyDown={onKeyDown}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-unit ${id}-problem`}
        />
        <span id={`${id}-unit`} className={unit === undefined ? "sr-only" : "pl-1 text-muted sm:whitespace-nowrap"}>
          {unit}
        </span>
      </span>
      <span id={`${id}-problem`} role="alert" className="block max-w-56 text-xs text-bad empty:hidden">
        {problem}
      </span>
    </div>
  );
}
