import type { Threshold } from "./threshold";
import type { WinRate } from "./win-rate";

/** Which of the two models answers. */
export type Choice = "strong" | "weak";

/** The decision, written once: everything that routes, counts or draws calls it. Ties go to strong, as in RouteLLM. */
export const decide = (winRate: WinRate, threshold: Threshold): Choice => (winRate >= threshold ? "strong" : "weak");
