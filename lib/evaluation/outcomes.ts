import { RoutingError } from "@/lib/domain/routing-error";

/** What one router said of n questions and what happened, as columns of equal length n. */
export type Outcomes = {
  /** (n) win rates in [0, 1]. */
  readonly winRates: ArrayLike<number>;
  /** (n) the strong model's score, in the benchmark's own unit. */
  readonly strong: ArrayLike<number>;
  /** (n) the weak model's score. */
  readonly weak: ArrayLike<number>;
};

/** @throws RoutingError if there is no question, or the columns differ in length. */
export function checkOutcomes({ winRates, strong, weak }: Outcomes): void {
  const questions = strong.length;
  if (questions === 0) {
    throw new RoutingError({
      code: "invalid_data",
      parameter: "questions",
      message: "There is no question to evaluate on; at least one is needed.",
    });
  }
  if (weak.length !== questions || winRates.length !== questions) {
    throw new RoutingError({
      code: "invalid_data",
      parameter: "winRates",
      message: `Every question needs one win rate and one score of each model, but there are ${questions} strong scores, ${weak.length} weak scores and ${winRates.length} win rates.`,
    });
  }
}
