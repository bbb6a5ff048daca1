/** One router at one α: its win rates (n) on the same questions as the other's. */
export type Decider = { readonly winRates: ArrayLike<number>; readonly threshold: number };

/** What changes between two routers or two thresholds, question by question. Scores in the benchmark's own unit. */
export type DecisionChanges = {
  /** (changed) ascending places of the questions that go to another model. */
  readonly rows: Int32Array;
  /** Of these: from weak under A to strong under B, and the other way. */
  readonly toStrong: number;
  readonly toWeak: number;
  /** Of these: B's answer scores higher, lower, or the same (then only the cost differs). */
  readonly better: number;
  readonly worse: number;
  readonly same: number;
  /** Σ over them of B's score less A's: over n questions, exactly the difference of the two mean scores. */
  readonly scoreChange: number;
};

/** One pass over n questions; ties with a threshold go to strong, as in `decide`. */
export function compareDecisions(options: {
  readonly a: Decider;
  readonly b: Decider;
  readonly strong: ArrayLike<number>;
  readonly weak: ArrayLike<number>;
}): DecisionChanges {
  const { a, b, strong, weak } = options;
  const rows: number[] = [];
  let [toStrong, better, worse, scoreChange] = [0, 0, 0, 0];
  for (let row = 0; row < strong.length; row++) {
    const strongInA = (a.winRates[row] ?? 0) >= a.threshold;
    const strongInB = (b.winRates[row] ?? 0) >= b.threshold;
    if (strongInA === strongInB) continue;
    const gain = (strong[row] ?? 0) - (weak[row] ?? 0);
    const change = strongInB ? gain : -gain;
    rows.push(row);
    if (strongInB) toStrong += 1;
    if (change > 0) better += 1;
    if (change < 0) worse += 1;
    scoreChange += change;
  }
  const changed = rows.length;
  return {
    rows: Int32Array.from(rows),
    ...{ toStrong, toWeak: changed - toStrong },
    ...{ better, worse, same: changed - better - worse, scoreChange },
  };
}
