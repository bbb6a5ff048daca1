import type { RouterId } from "@/lib/domain/router-id";
import { MARKER_PATHS, ROUTER_STYLE } from "./router-style";

/** A router's sign, with an outline in the surface's colour so that it reads on any line. */
export function RouterMarker({ id, className }: { readonly id: RouterId; readonly className?: string }) {
  const { color, marker } = ROUTER_STYLE[id];
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={className ?? "inline-block size-3"}>
      <path d={MARKER_PATHS[marker]} fill={color} stroke="var(--surface)" strokeWidth={1.5} paintOrder="stroke" />
    </svg>
  );
}
