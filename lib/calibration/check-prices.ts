import { RoutingError } from "@/lib/domain/routing-error";
import type { MoneyModel } from "./money";

/** @throws RoutingError if a price, the volume or the answers' length is negative or no number. */
export function checkPrices({ strong, weak, outputTokens, promptsPerMonth }: Omit<MoneyModel, "inputTokens">): void {
  checkAmount("strongPrice", strong.inputPerMillion, "The strong model's price must be a number of dollars from 0");
  checkAmount("strongPrice", strong.outputPerMillion, "The strong model's price must be a number of dollars from 0");
  checkAmount("weakPrice", weak.inputPerMillion, "The weak model's price must be a number of dollars from 0");
  checkAmount("weakPrice", weak.outputPerMillion, "The weak model's price must be a number of dollars from 0");
  checkAmount("answerTokens", outputTokens, "The tokens of a mean answer must be a number from 0");
  checkAmount("promptsPerMonth", promptsPerMonth, "The prompts a month must be a number from 0");
}

/** @throws RoutingError if `value` is negative or no number. */
export function checkAmount(parameter: string, value: number, rule: string): void {
  if (value >= 0 && value < Number.POSITIVE_INFINITY) return;
  throw new RoutingError({ code: "invalid_argument", parameter, message: `${rule}, but it was ${value}.` });
}
