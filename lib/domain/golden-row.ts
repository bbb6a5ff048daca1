/** One question answered by several models: a row of a golden table. */
export type GoldenRow = {
  readonly id: string;
  readonly prompt: string;
  readonly category: string;
  /** By canonical model name, a share of correct answers in [0, 1]; models that were not asked are absent. */
  readonly scores: ReadonlyMap<string, number>;
};
