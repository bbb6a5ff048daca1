/** Two models answered one prompt and one of them won. */
export type Battle = {
  readonly id: string;
  readonly prompt: string;
  readonly modelA: string;
  readonly modelB: string;
  /** 1 = A won, 0 = B won, 0.5 = tie; fractions for averaged or imputed outcomes. */
  readonly outcome: number;
  /** The data set it came from. */
  readonly source: string;
  /** The data set's own label of the prompt; empty if it has none. */
  readonly category: string;
};
