import type { RouterId } from "@/lib/domain/router-id";
import { type MarkerShape, ROUTER_STYLE } from "./router-style";

const SHAPES: Readonly<Record<MarkerShape, string>> = {
  circle: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11Z",
  diamond: "M8 1 15 8 8 15 1 8Z",
  square: "M3 3H13V13H3Z",
  triangle: "M8 2 15 14H1Z",
};

/** A router's sign, 16 × 16 units around (8, 8), with an outline in the surface's colour so that it reads on any line. */
export function RouterMarker({ id, className }: { readonly id: RouterId; readonly className?: string }) {
  const { color, marker } = ROUTER_STYLE[id];
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={className ?? "inline-block size-3"}>
      <path d={SHAPES[marker]} fill={color} stroke="var(--surface)" strokeWidth={1.5} paintOrder="stroke" />
    </svg>
  );
}
