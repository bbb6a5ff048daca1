"use client";

import { type ReactNode, useId } from "react";
import { Slider } from "@/components/ui/slider";

type WorkedExampleProps = {
  readonly title: string;
  readonly note: string;
  readonly winRate: number;
  readonly controls: ReactNode;
  readonly children: ReactNode;
};

/** A router's arithmetic on a few numbers that can be moved, with its win rate under a rule like the sum of a bill. */
export function WorkedExample({ title, note, winRate, controls, children }: WorkedExampleProps) {
  const id = useId();
  return (
    <figure aria-labelledby={id} className="min-w-0 border border-line-strong p-3">
      <figcaption id={id} className="text-[0.8125rem] font-semibold">
        {title}
      </figcaption>
      <div className="mt-1">{controls}</div>
      {children}
      <p className="mt-1 flex items-baseline justify-between border-t border-line-strong pt-1.5 text-sm">
        <span className="font-semibold">Win rate of the strong model</span>
        <output className="text-lg font-semibold">{winRate.toFixed(3)}</output>
      </p>
      <p className="text-xs leading-5 text-muted">{note}</p>
    </figure>
  );
}

type ExampleSliderProps = {
  readonly label: string;
  readonly low: string;
  readonly high: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

/** A value in [0, 1] between two words. */
export function ExampleSlider({ label, low, high, value, onChange }: ExampleSliderProps) {
  const id = useId();
  return (
    <div className="text-xs text-muted">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Slider
        id={id}
        value={value}
        minimum={0}
        maximum={1}
        step={0.05}
        dragStep={0.01}
        pageStep={0.2}
        valueText={`${value.toFixed(2)}, from 0 ${low} to 1 ${high}`}
        onChange={onChange}
      />
      <div aria-hidden="true" className="-mt-1 flex justify-between">
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </div>
  );
}
