import { checkOutcomes, type Outcomes } from "./outcomes";

/** (points) ascending shares from 0 to 1 and the best mean score at each; straight lines between them are exact. */
export type OracleCurve = { readonly strongShares: Float64Array; readonly scores: Float64Array };

/**
 * The best any router could do with *at most* a share of strong calls: knowing both answers, it calls strong where that
 * gains most, and never where it gains nothing, so the curve is flat once every gain is taken (and may end above the
 * strong model's own score). Lots are drawn for fractions of a question, as in the public implementation.
 */
export function oracleCurve({ strong, weak }: Omit<Outcomes, "winRates">): OracleCurve {
  checkOutcomes({ strong, weak, winRates: strong });
  const questions = strong.length;
  const gains = Float64Array.from(strong, (score, index) => score - (weak[index] as number)).sort();
  const strongShares = [0];
  let total = Float64Array.from(weak).reduce((sum, score) => sum + score, 0);
  const scores = [total / questions];
  for (let calls = 1; calls <= questions; calls++) {
    const gain = gains[questions - calls] as number;
    if (gain <= 0) break;
    total += gain;
    // Within a run of equal gains the line is straight: keep its last point only.
    if (calls < questions && gains[questions - calls - 1] === gain) continue;
    strongShares.push(calls / questions);
    scores.push(total / questions);
  }
  if (strongShares.at(-1) !== 1) {
    strongShares.push(1);
    scores.push(total / questions);
  }
  return { strongShares: Float64Array.from(strongShares), scores: Float64Array.from(scores) };
}
