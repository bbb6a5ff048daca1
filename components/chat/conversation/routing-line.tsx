import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import type { Threshold } from "@/lib/domain/threshold";
import { formatPercent, formatThreshold } from "@/lib/view/shared/format";

type RoutingLineProps = {
  readonly router: RouterId;
  readonly threshold: Threshold | undefined;
  readonly share: number;
  readonly cardId: string;
};

/** How the next question is routed, where the card that says so is out of sight. */
export function RoutingLine({ router, threshold, share, cardId }: RoutingLineProps) {
  return (
    <p className="mt-1 text-xs text-muted lg:hidden">
      {ROUTER_INFO[router].label}
      {threshold === undefined ? null : `, α ${formatThreshold(threshold)}, ${formatPercent(share)} strong calls`} ·{" "}
      <a href={`#${cardId}`} className="text-text underline underline-offset-2">
        change
      </a>
    </p>
  );
}
