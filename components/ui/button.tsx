import type { ComponentProps } from "react";
import { classNames } from "./class-names";

const LOOKS = {
  solid: "bg-accent text-on-accent border-accent hover:opacity-85",
  outline: "bg-surface text-text border-line-strong hover:bg-surface-2",
  quiet: "bg-transparent text-text border-transparent underline underline-offset-2 hover:bg-surface-2",
} as const;

type ButtonProps = ComponentProps<"button"> & { readonly look?: keyof typeof LOOKS };

/** A native button; at least 32 px high so that it can be hit with a finger. */
export function Button({ look = "outline", className, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={classNames(
        "inline-flex min-h-8 items-center justify-center gap-1.5 rounded-sm border px-2.5 py-1 text-sm font-medium disabled:opacity-50",
        LOOKS[look],
        className,
      )}
      {...rest}
    />
  );
}
