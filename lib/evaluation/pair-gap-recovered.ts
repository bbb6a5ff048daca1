/** How one pair of models fares under one order of the questions. */
export type PairFigure = {
  /** Questions that both models were asked. */
  readonly questions: number;
  /** Mean score of strong less that of weak. */
  readonly gap: number;
  /** Of that mean, over the choice of questions: S/√n of the per-question gains. */
  readonly gapError: number;
  /** On the full curve; null where the two models score the same. */
  readonly apgr: number | null;
};

/**
 * APGR of one pair in one pass: with G the gain collected so far, the area under G over calls, by trapezoids between the
 * ends of runs of equal win rate, divided by n · G(n). Questions that a model was not asked are passed over.
 * @param ranking questions by descending win rate, as `rankQuestions` gives them.
 * @param options.strong (k) scores of strong; NaN where it was not asked.
 */
export function pairGapRecovered({
  ranking,
  strong,
  weak,
}: {
  readonly ranking: { readonly order: ArrayLike<number>; readonly groupEnds: ArrayLike<number> };
  readonly strong: ArrayLike<number>;
  readonly weak: ArrayLike<number>;
}): PairFigure {
  const { order, groupEnds } = ranking;
  let [calls, gained, squares, area, rank] = [0, 0, 0, 0, 0];
  for (let group = 0; group < groupEnds.length; group++) {
    const end = groupEnds[group] ?? 0;
    const [callsBefore, gainedBefore] = [calls, gained];
    for (; rank < end; rank++) {
      const question = order[rank] ?? 0;
      const gain = (strong[question] ?? Number.NaN) - (weak[question] ?? Number.NaN);
      if (Number.isNaN(gain)) continue;
      calls += 1;
      gained += gain;
      squares += gain * gain;
    }
    area += ((calls - callsBefore) * (gained + gainedBefore)) / 2;
  }
  const gap = calls === 0 ? 0 : gained / calls;
  const variance = calls < 2 ? 0 : Math.max(0, squares - calls * gap * gap) / (calls - 1);
  return {
    questions: calls,
    gap,
    gapError: calls === 0 ? 0 : Math.sqrt(variance / calls),
    apgr: gained === 0 ? null : area / (calls * gained),
  };
}
