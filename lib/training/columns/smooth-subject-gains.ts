import type { PairRow } from "@/lib/training/sources/training-data";

/** What its difficulty lets expect of a subject counts like this many rows of its own; by cross-validation. */
const PRIOR_ROWS = 300;
/** Beyond this difficulty gain no longer grows: very hard questions defeat both models. */
const DIFFICULTY_CAP = 0.8;
/** Ridge on the slope of the prior. */
const SLOPE_PENALTY = 8;

/**
 * The strong model's mean gain in each subject, shrunk towards what the subject's mean difficulty lets expect:
 * ĝ_c = (Σ (s − w) + 300·prior_c) / (n_c + 300), prior_c linear in the mean difficulty capped at 0.8.
 * Within a subject nothing predicts one question's own gain, so this is the target that a gain column learns from.
 * @param options.difficulty (rows) standardised difficulty of each row.
 */
export function smoothSubjectGains(options: {
  rows: readonly PairRow[];
  difficulty: ArrayLike<number>;
}): ReadonlyMap<string, number> {
  const subjects = new Map<string, { count: number; gain: number; difficulty: number }>();
  options.rows.forEach((row, index) => {
    const subject = subjects.get(row.subject) ?? { count: 0, gain: 0, difficulty: 0 };
    subject.count += 1;
    subject.gain += row.strong - row.weak;
    subject.difficulty += options.difficulty[index] ?? 0;
    subjects.set(row.subject, subject);
  });
  const prior = fitPrior([...subjects.values()]);
  return new Map(
    [...subjects].map(([name, { count, gain, difficulty }]) => [
      name,
      (gain + PRIOR_ROWS * prior(difficulty / count)) / (count + PRIOR_ROWS),
    ]),
  );
}

/** Least squares of subject gain on capped difficulty, subjects weighted by rows: a 2 × 2 system in closed form. */
function fitPrior(subjects: readonly { count: number; gain: number; difficulty: number }[]) {
  let n = 0;
  let sumX = 0;
  let sumXX = SLOPE_PENALTY;
  let sumY = 0;
  let sumXY = 0;
  for (const { count, gain, difficulty } of subjects) {
    const x = Math.min(difficulty / count, DIFFICULTY_CAP);
    n += count;
    sumX += count * x;
    sumXX += count * x * x;
    sumY += gain;
    sumXY += gain * x;
  }
  const determinant = n * sumXX - sumX * sumX;
  const slope = (n * sumXY - sumX * sumY) / determinant;
  const intercept = (sumXX * sumY - sumX * sumXY) / determinant;
  return (difficulty: number) => intercept + slope * Math.min(difficulty, DIFFICULTY_CAP);
}
