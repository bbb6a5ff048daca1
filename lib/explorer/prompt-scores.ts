import type { RouterId } from "@/lib/domain/router-id";

/** What one router says of one prompt. */
export type RouterScore = {
  /** P(strong wins), in [0, 1]. */
  readonly winRate: number;
  /** Time the router took on the server, in milliseconds. */
  readonly latencyMs: number;
};

/** What all routers say of one prompt. */
export type PromptScores = {
  /** The kind of prompt that the encoder took it for, in words: it decides which features are looked at. */
  readonly takenFor: string;
  readonly routers: Readonly<Record<RouterId, RouterScore>>;
};
