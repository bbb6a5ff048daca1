import type { ReactNode } from "react";
import { classNames } from "./class-names";

const TONES = {
  strong: "bg-strong text-surface border-strong",
  weak: "bg-weak-wash text-weak border-weak",
  neutral: "bg-surface-2 text-muted border-line",
  good: "bg-transparent text-good border-good",
  bad: "bg-bad-wash text-bad border-bad",
} as const;

export type BadgeTone = keyof typeof TONES;

/**
 * A short word in a box. Strong is filled and in capitals, weak outlined and in small letters, so that the two are told
 * apart without colour.
 */
export function Badge({ tone = "neutral", children }: { readonly tone?: BadgeTone; readonly children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-block min-w-15 rounded-xs border px-1.5 py-px text-center text-xs leading-5 font-semibold",
        tone === "strong" && "tracking-wide uppercase",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
