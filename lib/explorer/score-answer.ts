import type { ErrorCode } from "@/lib/domain/routing-error";
import type { PromptScores } from "./prompt-scores";

/** What the server answers: scores, or why there are none, in the one shape errors have everywhere. */
export type ScoreAnswer =
  | { readonly scores: PromptScores }
  | { readonly error: { readonly code: ErrorCode | "internal"; readonly parameter: string; readonly message: string } };
