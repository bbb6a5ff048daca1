/** Outcome for model A of each verdict in the Arena's vocabulary: 1 = A won, 0 = B won, 0.5 = tie. */
export const WINNER_OUTCOMES = { model_a: 1, model_b: 0, tie: 0.5, "tie (bothbad)": 0.5 } as const;
