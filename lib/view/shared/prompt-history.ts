import { isRouterId } from "@/lib/domain/router-id";
import type { PromptScores, RouterScore } from "./prompt-scores";

/** A prompt that was tried, and what came of it. */
export type RecentPrompt = { readonly prompt: string; readonly scores: Pick<PromptScores, "takenFor" | "routers"> };

export type RecordedPrompt = RecentPrompt & {
  /** When it was recorded, in milliseconds since 1970. */
  readonly recordedAt: number;
};

/** More would fill the browser's session storage with prompts of full length. */
const LIMIT = 30;

/** A text that stood in the list for longer was tried for its own sake, not on the way to a longer one. */
const TYPING_PAUSE_MS = 5000;

/**
 * Adds a prompt in front of the history, at `now` (milliseconds since 1970). A prompt that was tried before moves to the
 * front; one that goes on from the newest shortly after it was recorded, as typing after a pause does, takes its place.
 */
export function recordPrompt(
  history: readonly RecordedPrompt[],
  tried: RecentPrompt,
  now: number,
): readonly RecordedPrompt[] {
  const [newest] = history;
  const goesOn =
    newest !== undefined && now - newest.recordedAt < TYPING_PAUSE_MS && tried.prompt.startsWith(newest.prompt);
  const others = (goesOn ? history.slice(1) : history).filter(({ prompt }) => prompt !== tried.prompt);
  return [{ ...tried, recordedAt: now }, ...others].slice(0, LIMIT);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** A router's stored score; none where it is damaged or the router does not exist, as after a change of version. */
function toScores(value: unknown): readonly RouterScore[] {
  if (!isRecord(value)) return [];
  const { routerId, winRate, latencyMs } = value;
  if (typeof routerId !== "string" || !isRouterId(routerId) || typeof latencyMs !== "number") return [];
  return typeof winRate === "number" && winRate >= 0 && winRate <= 1 ? [{ routerId, winRate, latencyMs }] : [];
}

function toRecorded(value: unknown): readonly RecordedPrompt[] {
  if (!isRecord(value) || typeof value.prompt !== "string" || !isRecord(value.scores)) return [];
  const { takenFor, routers } = value.scores;
  if (typeof takenFor !== "string" || !Array.isArray(routers)) return [];
  const scores = routers.flatMap(toScores);
  const recordedAt = typeof value.recordedAt === "number" ? value.recordedAt : 0;
  return scores.length === 0 ? [] : [{ prompt: value.prompt, scores: { takenFor, routers: scores }, recordedAt }];
}

/** Reads a stored history: entries and scores that are damaged or of another version are left out. */
export const toHistory = (stored: unknown): readonly RecordedPrompt[] =>
  Array.isArray(stored) ? stored.flatMap(toRecorded).slice(0, LIMIT) : [];

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
