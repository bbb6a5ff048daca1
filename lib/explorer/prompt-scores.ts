import type { RouterId } from "@/lib/domain/router-id";

/** What one router says of one prompt. */
export type RouterScore = {
  readonly routerId: RouterId;
  /** P(strong wins), in [0, 1]. */
  readonly winRate: number;
  /** Time the router took on the server, in milliseconds. */
  readonly latencyMs: number;
};

/** What all routers say of one prompt. */
export type PromptScores = {
  /** The kind of prompt that the encoder took it for, in words: it decides which features are looked at. */
  readonly takenFor: string;
  /** One entry a router, in the order in which routers are shown. */
  readonly routers: readonly RouterScore[];
};

/** What the server answers: scores, or one sentence that says why there are none. */
export type ScoreAnswer = PromptScores | { readonly error: { readonly message: string } };
