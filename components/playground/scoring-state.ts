import { findPromptProblem } from "@/lib/domain/prompt";
import {
  type PromptScores,
  type RemoteScore,
  type Unavailable,
  withRemoteScore,
} from "@/lib/view/shared/prompt-scores";

/** The box's text, and the last answer about it or about what stood there shortly before. */
export type ScoringState = {
  readonly text: string;
  readonly answered: {
    readonly prompt: string;
    readonly scores: PromptScores;
    /** Routers on other machines that have no score for this prompt. */
    readonly unavailable: readonly Unavailable[];
  } | null;
  readonly failure: { readonly prompt: string; readonly message: string } | null;
};

export type ScoringEvent =
  /** The text was typed, pasted or picked. */
  | { readonly type: "edited"; readonly text: string }
  | { readonly type: "answered"; readonly prompt: string; readonly scores: PromptScores }
  /** A router on another machine has scored the prompt, or said why it cannot. */
  | { readonly type: "arrived"; readonly prompt: string; readonly score: RemoteScore }
  | { readonly type: "failed"; readonly prompt: string; readonly message: string }
  | { readonly type: "retried" };

/**
 * Answers about any text but the one in the box are dropped. Scores of the former text are kept while a new answer is
 * awaited (they are shown as outdated), but never across a text that cannot be scored: nobody should see old numbers come
 * back.
 */
export function scoringReducer(state: ScoringState, event: ScoringEvent): ScoringState {
  switch (event.type) {
    case "edited":
      return {
        text: event.text,
        answered: findPromptProblem(event.text) === undefined ? state.answered : null,
        failure: null,
      };
    case "answered":
      if (event.prompt !== state.text) return state;
      return { ...state, answered: { prompt: event.prompt, scores: event.scores, unavailable: [] }, failure: null };
    case "arrived": {
      const { answered } = state;
      if (event.prompt !== state.text || answered?.prompt !== event.prompt) return state;
      const { score } = event;
      const unavailable = "unavailable" in score ? [...answered.unavailable, score] : answered.unavailable;
      return { ...state, answered: { ...answered, scores: withRemoteScore(answered.scores, score), unavailable } };
    }
    case "failed":
      if (event.prompt !== state.text || state.answered?.prompt === state.text) return state;
      return { ...state, answered: null, failure: { prompt: event.prompt, message: event.message } };
    case "retried":
      return { ...state, failure: null };
  }
}

/**
 * What the numbers on the screen are worth: `settled` = of the text in the box; `pending` = outdated or not there yet;
 * `failed` and `refused` = there are none.
 */
export type ScoringPhase = "settled" | "pending" | "failed" | "refused";

export function phaseOf({ text, answered, failure }: ScoringState): ScoringPhase {
  if (findPromptProblem(text) !== undefined) return "refused";
  if (answered?.prompt === text) return "settled";
  return failure?.prompt === text ? "failed" : "pending";
}
