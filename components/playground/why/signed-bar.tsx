/** A bar from the middle: to the left for weak, to the right for strong. Beside a figure that says the same. */
export function SignedBar({ share }: { readonly share: number }) {
  const width = `${(50 * Math.min(1, Math.abs(share))).toFixed(2)}%`;
  return (
    <span aria-hidden="true" className="relative block h-2 w-full min-w-16 bg-surface-2">
      <span className="absolute inset-y-0 left-1/2 w-px bg-line-strong" />
      <span
        className={share < 0 ? "absolute inset-y-0 right-1/2 bg-weak" : "absolute inset-y-0 left-1/2 bg-strong"}
        style={{ width }}
      />
    </span>
  );
}
