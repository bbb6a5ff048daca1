import type { MoneyModel } from "@/lib/calibration/money";
import type { Prices } from "./prices";

/** The prices that are edited on a page (one blended price a model) as what the cost arithmetic reads. */
export function moneyModel(prices: Prices, promptsPerMonth: number): MoneyModel {
  return {
    strong: { inputPerMillion: prices.strong, outputPerMillion: prices.strong },
    weak: { inputPerMillion: prices.weak, outputPerMillion: prices.weak },
    inputTokens: prices.promptTokens,
    outputTokens: prices.answerTokens,
    promptsPerMonth,
  };
}
