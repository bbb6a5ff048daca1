/** Probabilities of the labels of a trained classifier, in its own order; they sum to 1 but for what went elsewhere. */
export type LabelProbabilities = readonly number[];
