import type { Evidence, PromptOrigin } from "@/lib/domain/router-explanation";

/** One battle behind a row of the similarity-weighted router. */
export type RegisteredBattle = PromptOrigin & {
  readonly evidence: Evidence;
  readonly modelA: string;
  readonly modelB: string;
  /** 1 = A won, 0 = B won. */
  readonly outcome: number;
  /** What such evidence counts in training. */
  readonly weight: number;
};

/** Which battles the router's rows stand for; needed by nobody who only scores. */
export type BattleRegister = {
  /** Distinct prompts, as many as the router's weights have. */
  readonly rows: number;
  readonly battlesOf: (row: number) => readonly RegisteredBattle[];
};
