import type { TrainingData } from "./training-data";

/** What really happened on a prompt between the two models of the pair. */
export type RealOutcome = {
  readonly prompt: string;
  readonly source: string;
  /** 1 = the strong model won, 0 = the weak one did; ties half. */
  readonly outcome: number;
};

/**
 * Outcomes that win rates can be held to: the pair's own answers. Judged battles of other models are no substitute, however
 * alike their ratings: their levels differ from source to source by more than prompts do within one (.6 to .9 for models
 * as far apart as the pair), and a scale fitted on all of them together flattens every win rate to their mean.
 */
export const realOutcomes = ({ pair, pairRows }: TrainingData): RealOutcome[] =>
  pairRows.map(({ prompt, strong, weak }) => ({
    prompt,
    source: `${pair.strong} and ${pair.weak}`,
    outcome: 0.5 + 0.5 * (strong - weak),
  }));
