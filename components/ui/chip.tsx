import type { ComponentProps } from "react";
import { classNames } from "./class-names";

type ChipProps = Omit<ComponentProps<"button">, "aria-pressed"> & {
  /** Given only where the chip is a switch (a filter); announced as pressed or not. */
  readonly pressed?: boolean;
};

/** A small rounded button: a filter that stays pressed, or one choice out of many that acts at once. */
export function Chip({ pressed, className, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={classNames(
        "inline-flex min-h-7 items-center rounded-full border px-2.5 py-0.5 text-[0.8125rem] leading-5 sm:whitespace-nowrap",
        pressed === true
          ? "border-accent bg-accent text-on-accent"
          : "border-line-strong bg-surface text-text hover:bg-surface-2",
        className,
      )}
      {...rest}
    />
  );
}
