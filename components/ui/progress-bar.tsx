type ProgressBarProps = {
  /** What is going on; visible, and the bar's name. */
  readonly label: string;
  /** In [0, 1]; absent: nobody knows how much is left. */
  readonly share: number | undefined;
  readonly note?: string;
};

/** A bar with its label above and figures at the far side. */
export function ProgressBar({ label, share, note }: ProgressBarProps) {
  return (
    <div>
      <div className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span>{label}</span>
        <span className="text-muted">{note ?? (share === undefined ? "" : `${Math.floor(share * 100)} %`)}</span>
      </div>
      <progress
        aria-label={label}
        value={share}
        max={1}
        className="mt-1 h-2 w-full appearance-none bg-surface-2 accent-accent [&::-webkit-progress-bar]:bg-surface-2 [&::-webkit-progress-value]:bg-accent [&::-moz-progress-bar]:bg-accent"
      />
    </div>
  );
}
