import { checkOutcomes, type Outcomes } from "./outcomes";

/** Questions in the order in which a falling threshold sends them to the strong model. Sorted once, read many times. */
export type RankedQuestions = {
  /** (n) question indices by descending win rate. */
  readonly order: Int32Array;
  /** (g) for each distinct win rate, descending: how many questions have it or a higher one. The last is n. */
  readonly groupEnds: Int32Array;
  /** (g) the distinct win rates, descending. */
  readonly groupWinRates: Float64Array;
  /** (n) strong − weak score of each question, in question order. */
  readonly gains: Float64Array;
  /** (n) weak scores, in question order. */
  readonly weak: Float64Array;
};

/** @throws RoutingError if there is no question, or the columns differ in length. */
export function rankQuestions(outcomes: Outcomes): RankedQuestions {
  checkOutcomes(outcomes);
  const winRates = Float64Array.from(outcomes.winRates);
  const weak = Float64Array.from(outcomes.weak);
  const gains = Float64Array.from(outcomes.strong, (strong, index) => strong - (weak[index] as number));
  const order = Int32Array.from(winRates, (_, index) => index);
  order.sort((a, b) => (winRates[b] as number) - (winRates[a] as number));
  const groupEnds: number[] = [];
  const groupWinRates: number[] = [];
  for (let end = 1; end <= order.length; end++) {
    const winRate = winRates[order[end - 1] as number] as number;
    if (end < order.length && winRates[order[end] as number] === winRate) continue;
    groupEnds.push(end);
    groupWinRates.push(winRate);
  }
  return {
    order,
    groupEnds: Int32Array.from(groupEnds),
    groupWinRates: Float64Array.from(groupWinRates),
    gains,
    weak,
  };
}
