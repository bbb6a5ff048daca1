import type { PromptScores } from "./prompt-scores";

/** A prompt that was tried, and what came of it. */
export type TriedPrompt = { readonly prompt: string; readonly scores: PromptScores };

/** More would fill the browser's session storage with prompts of full length. */
const LIMIT = 30;

/**
 * Adds a prompt in front of the history. A prompt that was tried before moves to the front; one that merely goes on from
 * the newest, as typing after a pause does, takes its place.
 */
export function recordPrompt(history: readonly TriedPrompt[], tried: TriedPrompt): readonly TriedPrompt[] {
  const [newest] = history;
  const goesOn = newest !== undefined && tried.prompt.startsWith(newest.prompt);
  const others = (goesOn ? history.slice(1) : history).filter(({ prompt }) => prompt !== tried.prompt);
  return [tried, ...others].slice(0, LIMIT);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function isTriedPrompt(value: unknown): value is TriedPrompt {
  if (!isRecord(value) || typeof value.prompt !== "string" || !isRecord(value.scores)) return false;
  const { takenFor, routers } = value.scores;
  const isScore = (score: unknown): boolean =>
    isRecord(score) &&
    typeof score.routerId === "string" &&
    typeof score.latencyMs === "number" &&
    typeof score.winRate === "number" &&
    score.winRate >= 0 &&
    score.winRate <= 1;
  return typeof takenFor === "string" && Array.isArray(routers) && routers.every(isScore);
}

/** Reads a stored history: entries that are damaged or of another version are left out. */
export const toHistory = (stored: unknown): readonly TriedPrompt[] =>
  Array.isArray(stored) ? stored.filter(isTriedPrompt).slice(0, LIMIT) : [];

/** @returns the prompt in one line, at most `length` characters, cut between characters. */
export function excerpt(prompt: string, length: number): string {
  const start = [
    ...prompt
      .slice(0, length * 4)
      .replace(/\s+/g, " ")
      .trim(),
  ];
  return start.length > length ? `${start.slice(0, length - 1).join("")}…` : start.join("");
}
