type ShareBarProps = {
  /** In [0, 1]. */
  readonly share: number;
  readonly tone?: "strong" | "weak" | "accent" | "muted";
};

const TONES = { strong: "bg-strong", weak: "bg-weak", accent: "bg-accent", muted: "bg-line-strong" } as const;

/** A bar beside a figure that says the same. */
export function ShareBar({ share, tone = "accent" }: ShareBarProps) {
  return (
    <span aria-hidden="true" className="block h-2 w-full min-w-12 bg-surface-2">
      <span
        className={`block h-full origin-left ${TONES[tone]}`}
        style={{ transform: `scaleX(${Math.min(1, Math.max(0, share)).toFixed(4)})` }}
      />
    </span>
  );
}
