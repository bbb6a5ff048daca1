/** One threshold of one router on one benchmark. */
export type CurvePoint = {
  /** α in [0, 1]; the point's decisions are `winRate >= threshold`, but for the all-weak end point. */
  readonly threshold: number;
  /** Share of prompts that go to the strong model, in [0, 1]. */
  readonly strongShare: number;
  /** Mean score of the routed answers, in the benchmark's own unit. */
  readonly score: number;
};
