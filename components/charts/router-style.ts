import type { RouterId } from "@/lib/domain/router-id";

export type MarkerShape = "circle" | "diamond" | "square" | "triangle";

export type RouterStyle = {
  /** A CSS colour (a variable of app/globals.css). */
  readonly color: string;
  /** SVG stroke-dasharray; undefined is a solid line. */
  readonly dash: string | undefined;
  readonly marker: MarkerShape;
};

/** How each router is drawn everywhere: told apart by dash and marker as well as by colour. */
export const ROUTER_STYLE: Readonly<Record<RouterId, RouterStyle>> = {
  sw_ranking: { color: "var(--router-sw-ranking)", dash: "7 3", marker: "diamond" },
  mf: { color: "var(--router-mf)", dash: undefined, marker: "circle" },
  length: { color: "var(--router-length)", dash: "2 3", marker: "square" },
  random: { color: "var(--router-random)", dash: "9 3 2 3", marker: "triangle" },
};

/** Paths of the markers, 16 × 16 units around (8, 8). */
export const MARKER_PATHS: Readonly<Record<MarkerShape, string>> = {
  circle: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11Z",
  diamond: "M8 1 15 8 8 15 1 8Z",
  square: "M3 3H13V13H3Z",
  triangle: "M8 2 15 14H1Z",
};
