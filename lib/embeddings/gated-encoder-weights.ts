/** One learned column: a number for a prompt, linear in its hashed text and (for some) its hand features. */
export type LearnedColumn = {
  /** (TEXT_COLUMNS) */
  readonly text: Float32Array;
  /** (HAND_FEATURES.length) for standardised hand features; empty if the column does not look at them. */
  readonly hand: readonly number[];
  /** What is taken away, and what it is divided by, so that the column has mean 0 and deviation 1 on its training rows. */
  readonly mean: number;
  readonly deviation: number;
};

/** How the size of a word problem ranks its difficulty: a non-negative combination of standardised measures. */
export type LengthColumn = {
  /** (measures, each) in the order of WORD_PROBLEM_MEASURES. */
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  readonly coefficients: readonly number[];
  /** Deviation of the combination on its training rows, by which it is divided. */
  readonly deviation: number;
};

/** Everything the text encoder has learned, as plain data. */
export type GatedEncoderWeights = {
  /** (TEXT_COLUMNS) inverse document frequencies of the training prompts. */
  readonly idf: Float32Array;
  /** (HAND_FEATURES.length) mean and deviation of each hand feature over the training prompts. */
  readonly handMeans: readonly number[];
  readonly handDeviations: readonly number[];
  /** Multiple choice: how hard the question is for models in general. */
  readonly difficulty: LearnedColumn;
  /** Multiple choice: how much the pair's strong model gains over the weak one on questions of this kind. */
  readonly gain: LearnedColumn;
  /** Word problems: size and wording. */
  readonly size: LengthColumn;
  readonly wording: LearnedColumn;
  /** Code and chat: how much a stronger model's answer is preferred, and how much the prompt asks of a model. */
  readonly preference: LearnedColumn;
  readonly demand: LearnedColumn;
};
