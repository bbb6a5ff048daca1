import { deviation, mean } from "@/lib/math/moments";

/** How a router scores one kind of question: its mean win rate's distance from that of all questions. */
type GroupShift = {
  readonly questions: number;
  /** In standard deviations of the router's win rates; null where there is no such question or nothing varies. */
  readonly deviations: number | null;
};

/** The paper's kinds of questions, by what happened. */
export type OutcomeGroups = {
  /** Both models do equally well (both right or both wrong): a strong call buys nothing. */
  readonly ambiguous: GroupShift;
  /** Only the strong model is right: the calls that are worth their price. */
  readonly hard: GroupShift;
  /** Only the weak model is right. */
  readonly weakOnly: GroupShift;
};

/**
 * (mean win rate of the group − mean of all) / standard deviation of all (population), for each kind of question. A
 * router that tells them apart scores hard ones above 0 and ambiguous ones below.
 */
export function outcomeGroups(outcomes: {
  readonly winRates: ArrayLike<number>;
  readonly strong: ArrayLike<number>;
  readonly weak: ArrayLike<number>;
}): OutcomeGroups {
  const { winRates, strong, weak } = outcomes;
  const centre = mean(winRates);
  const spread = deviation(winRates);
  const shift = (belongs: (gain: number) => boolean): GroupShift => {
    const group = Array.from(winRates).filter((_, row) => belongs((strong[row] ?? 0) - (weak[row] ?? 0)));
    return {
      questions: group.length,
      deviations: group.length === 0 || spread === 0 ? null : (mean(group) - centre) / spread,
    };
  };
  return {
    ambiguous: shift((gain) => gain === 0),
    hard: shift((gain) => gain > 0),
    weakOnly: shift((gain) => gain < 0),
  };
}
