import { refusalOf } from "@/components/controls/ask-server";
import type { PromptScores, ScoreAnswer } from "@/lib/view/shared/prompt-scores";

/**
 * Every router's win rate for one prompt, or why there is none; rejects where the server cannot be reached. Not a server
 * action, whose way through Next costs the server more than the routers do.
 */
export async function fetchScores(request: { readonly prompt: string }): Promise<ScoreAnswer> {
  const response = await fetch("/scores", {
    ...{ method: "POST", cache: "no-store", body: JSON.stringify(request) },
    headers: { "Content-Type": "application/json" },
  });
  if (!response.ok) return { error: { message: await refusalOf(() => response.json(), response.status) } };
  const answer: unknown = await response.json();
  if (isScores(answer)) return answer;
  return { error: { message: "The server's answer was not as expected. Reload the page and try again." } };
}

/** Ours, of the same build; what is looked at is whether it came whole. (A schema would be half of the page's script.) */
const isScores = (answer: unknown): answer is PromptScores =>
  typeof answer === "object" &&
  answer !== null &&
  "takenFor" in answer &&
  "routers" in answer &&
  Array.isArray(answer.routers) &&
  "remote" in answer &&
  Array.isArray(answer.remote);
