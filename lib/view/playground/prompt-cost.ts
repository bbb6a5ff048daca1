import { type MoneyModel, requestCost, type TokenPrice } from "@/lib/calibration/money";
import type { Choice } from "@/lib/domain/decide";

/** The usual rule of thumb for English text; code and other scripts take more tokens for the same characters. */
export const CHARACTERS_PER_TOKEN = 4;

/** @returns a whole number ≥ 1. */
export const estimateTokens = (characters: number): number => Math.max(1, Math.ceil(characters / CHARACTERS_PER_TOKEN));

export type PromptCost = {
  readonly promptTokens: number;
  /** Dollars, prompt and answer together. */
  readonly strong: number;
  readonly weak: number;
};

/** What one prompt and its answer cost at each model. */
export function promptCost({
  characters,
  money,
}: {
  readonly characters: number;
  readonly money: MoneyModel;
}): PromptCost {
  const promptTokens = estimateTokens(characters);
  const costAt = (price: TokenPrice): number =>
    requestCost(price, { inputTokens: promptTokens, outputTokens: money.outputTokens });
  return { promptTokens, strong: costAt(money.strong), weak: costAt(money.weak) };
}

export type Saving = {
  /** Dollars saved against always asking the strong model; negative where the weak one is the dearer. */
  readonly dollars: number;
  /** The same as a share of the strong model's cost; 0 where that is free. */
  readonly share: number;
};

export function savingOf(cost: PromptCost, choice: Choice): Saving {
  const dollars = choice === "strong" ? 0 : cost.strong - cost.weak;
  return { dollars, share: cost.strong === 0 ? 0 : dollars / cost.strong };
}
