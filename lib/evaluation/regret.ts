import type { Choice } from "@/lib/domain/decide";

/**
 * What came of one choice between two models whose answers are both known.
 * - `lost`: weak was called though strong would have been better: quality was lost.
 * - `wasted`: strong was called though weak does exactly as well: money was wasted.
 * - `worse`: strong was called though weak is the better one: money and quality were lost.
 * - `fitting`: none of these.
 */
export type ChoiceVerdict = "fitting" | Regret;

/** The verdicts that somebody regrets. */
export const REGRETS = ["lost", "wasted", "worse"] as const;

export type Regret = (typeof REGRETS)[number];

export const isRegret = (value: string): value is Regret => REGRETS.some((regret) => regret === value);

/** @param gain the strong model's score less the weak one's. */
export function verdictOf(choice: Choice, gain: number): ChoiceVerdict {
  if (choice === "weak") return gain > 0 ? "lost" : "fitting";
  if (gain > 0) return "fitting";
  return gain < 0 ? "worse" : "wasted";
}

/** Counts and sums over some questions. Scores are in the benchmark's own unit. */
export type RegretTally = {
  readonly questions: number;
  readonly strongCalls: number;
  readonly lost: number;
  readonly wasted: number;
  readonly worse: number;
  /** Questions on which the weak model is the better one, whoever was called. */
  readonly weakBetter: number;
  /** Σ of what the better answer would have scored more: Σ gain where `lost`, Σ −gain where `worse`. */
  readonly lostScore: number;
  readonly worseScore: number;
};

type Outcomes = {
  /** (n) */
  readonly winRates: ArrayLike<number>;
  readonly strong: ArrayLike<number>;
  readonly weak: ArrayLike<number>;
  /** (n) index of each question's group. */
  readonly group: ArrayLike<number>;
};

/**
 * Tallies by group in one pass, at one threshold (ties go to strong, as in `decide`; Infinity is the all-weak end).
 *
 * With s and w the two scores, the best of both on every question scores Σ max(s, w); routing scores less by exactly
 * Σ lostScore + Σ worseScore, so the two say where every point of quality went.
 * @param options.rows the questions that count; all of them where it is absent.
 * @returns (groups) tallies.
 */
export function tallyRegret(options: {
  readonly outcomes: Outcomes;
  readonly groups: number;
  readonly threshold: number;
  readonly rows?: ArrayLike<number>;
}): RegretTally[] {
  const { outcomes, threshold, rows } = options;
  const { winRates, strong, weak, group } = outcomes;
  const tallies = Array.from({ length: options.groups }, emptyTally);
  const count = rows?.length ?? winRates.length;
  for (let index = 0; index < count; index++) {
    const row = rows?.[index] ?? index;
    const tally = tallies[group[row] ?? 0];
    if (tally === undefined) continue;
    const gain = (strong[row] ?? 0) - (weak[row] ?? 0);
    const choice = (winRates[row] ?? 0) >= threshold ? "strong" : "weak";
    const verdict = verdictOf(choice, gain);
    tally.questions += 1;
    if (choice === "strong") tally.strongCalls += 1;
    if (gain < 0) tally.weakBetter += 1;
    if (verdict === "fitting") continue;
    tally[verdict] += 1;
    if (verdict === "lost") tally.lostScore += gain;
    else if (verdict === "worse") tally.worseScore -= gain;
  }
  return tallies;
}

const emptyTally = () => ({
  ...{ questions: 0, strongCalls: 0, lost: 0, wasted: 0, worse: 0, weakBetter: 0, lostScore: 0, worseScore: 0 },
});

/** The tallies of several groups as one. */
export function sumTallies(tallies: readonly RegretTally[]): RegretTally {
  const total = emptyTally();
  for (const tally of tallies) {
    total.questions += tally.questions;
    total.strongCalls += tally.strongCalls;
    total.lost += tally.lost;
    total.wasted += tally.wasted;
    total.worse += tally.worse;
    total.weakBetter += tally.weakBetter;
    total.lostScore += tally.lostScore;
    total.worseScore += tally.worseScore;
  }
  return total;
}
