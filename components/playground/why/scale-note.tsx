import type { ExplainedScale } from "@/lib/domain/router-explanation";
import { formatWinRate } from "@/lib/view/shared/format";

/** How the model's own win rate became the one that is shown. */
export function ScaleNote({ scale, winRate }: { readonly scale: ExplainedScale | null; readonly winRate: number }) {
  if (scale === null) return null;
  return (
    <p className="text-xs text-muted">
      So that win rates are frequencies, its log-odds are multiplied by {scale.slope.toFixed(3)} and moved by{" "}
      {scale.offset.toFixed(3)} (the same for every prompt): {formatWinRate(winRate)}.
    </p>
  );
}
