"use client";

import { type CSSProperties, type KeyboardEvent, useId } from "react";
import { classNames } from "./class-names";
import { useEarlyInput } from "./use-early-input";

type SliderProps = {
  readonly id?: string;
  /** Spoken name, unless a visible label points at `id`. */
  readonly label?: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  /** What one arrow key moves. */
  readonly step: number;
  /** What dragging is rounded to; `step` where absent. */
  readonly dragStep?: number;
  /** What Page Up and Page Down move. */
  readonly pageStep: number;
  /** The value in words with its unit, for screen readers. */
  readonly valueText: string;
  readonly onChange: (value: number) => void;
  readonly className?: string;
};

/** A native range input whose end values stand exactly on the edges of its box (see the `slider` utility). */
export function Slider(props: SliderProps) {
  const { id, label, value, minimum, maximum, step, dragStep = step, pageStep, valueText, onChange, className } = props;
  const ownId = useId();
  useEarlyInput(id ?? ownId, (text) => onChange(Number(text)));
  const style: CSSProperties & Record<"--fill", number> = { "--fill": (value - minimum) / (maximum - minimum) };
  const onKeyDown = (event: KeyboardEvent) => {
    const change = {
      PageUp: pageStep,
      PageDown: -pageStep,
      ArrowRight: step,
      ArrowUp: step,
      ArrowLeft: -step,
      ArrowDown: -step,
    }[event.key];
    if (change === undefined) return;
    event.preventDefault();
    onChange(Math.min(maximum, Math.max(minimum, value + change)));
  };
  return (
    <input
      type="range"
      id={id ?? ownId}
      aria-label={label}
      aria-valuetext={valueText}
      min={minimum}
      max={maximum}
      step={dragStep}
      value={value}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      onKeyDown={onKeyDown}
      className={classNames("slider", className)}
      style={style}
    />
  );
}
