import type { RouterId } from "@/lib/domain/router-id";
import type { RemoteScore } from "@/lib/view/shared/prompt-scores";

/** The server has a deadline of its own, shorter than this; then the connection to the server is what fails. */
const PATIENCE_MS = 65_000;

/**
 * The score of a router on another machine, or why there is none. Not a server action: Next runs those one after
 * another, and what is typed meanwhile would wait for the slowest router.
 */
export async function fetchRemoteScore(request: {
  readonly routerId: RouterId;
  readonly prompt: string;
  readonly signal: AbortSignal;
}): Promise<RemoteScore> {
  const { routerId, prompt, signal } = request;
  const without = (unavailable: string): RemoteScore => ({ routerId, unavailable });
  try {
    const response = await fetch(`/scores/${routerId}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ prompt }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    return readAnswer(routerId, await response.json()) ?? without("The server's answer could not be read.");
  } catch {
    // What broke is in the browser's console.
    return without("The server cannot be reached.");
  }
}

function readAnswer(routerId: RouterId, answer: unknown): RemoteScore | undefined {
  if (typeof answer !== "object" || answer === null) return undefined;
  if ("message" in answer && typeof answer.message === "string") return { routerId, unavailable: answer.message };
  if ("unavailable" in answer && typeof answer.unavailable === "string") {
    return { routerId, unavailable: answer.unavailable };
  }
  if (!("winRate" in answer) || !("latencyMs" in answer)) return undefined;
  const { winRate, latencyMs } = answer;
  const isScore = typeof winRate === "number" && winRate >= 0 && winRate <= 1 && typeof latencyMs === "number";
  return isScore ? { routerId, winRate, latencyMs } : undefined;
}
