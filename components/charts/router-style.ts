import type { RouterId } from "@/lib/domain/router-id";

export type MarkerShape = "circle" | "cross" | "diamond" | "pentagon" | "square" | "triangle";

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
  bert: { color: "var(--router-bert)", dash: "12 3", marker: "pentagon" },
  causal_llm: { color: "var(--router-causal-llm)", dash: "6 3 2 3 2 3", marker: "cross" },
  length: { color: "var(--router-length)", dash: "2 3", marker: "square" },
  random: { color: "var(--router-random)", dash: "9 3 2 3", marker: "triangle" },
};

/** Paths of the markers, 16 × 16 units around (8, 8). */
export const MARKER_PATHS: Readonly<Record<MarkerShape, string>> = {
  circle: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11Z",
  cross: "M6 1.5H10V6H14.5V10H10V14.5H6V10H1.5V6H6Z",
  diamond: "M8 1 15 8 8 15 1 8Z",
  pentagon: "M8 1.5 14.5 6.3 12 14H4L1.5 6.3Z",
  square: "M3 3H13V13H3Z",
  triangle: "M8 2 15 14H1Z",
};
