import { DEFAULT_MONEY, type TokenPrice } from "@/lib/calibration/money";
import { PAPER_PAIR } from "@/lib/domain/model-pair";
import listPrices from "./list-prices.json";

/** What a model is known to cost, where that is from and of when. */
export type KnownPrice = {
  readonly price: TokenPrice;
  /** "OpenAI's list price of 2026-09-23". */
  readonly source: string;
};

type Listed = {
  readonly host: string;
  readonly input: number;
  readonly output: number;
  /** Calls whose prompt is longer than `over` tokens cost this much a token. */
  readonly long?: { readonly over: number; readonly input: number; readonly output: number };
};

const LISTED = new Map<string, Listed>(Object.entries(listPrices.models));

export const LIST_DATE = listPrices.date;

/** Where the prices of a list come from, and of which day they are. */
export const LIST_SOURCE = `${listPrices.source}, ${listPrices.date}`;

/** The two of the paper, which it gives as one price for prompt and answer alike. */
const PAPER_PRICES = new Map<string, TokenPrice>([
  [PAPER_PAIR.strong, DEFAULT_MONEY.strong],
  [PAPER_PAIR.weak, DEFAULT_MONEY.weak],
]);

const PAPER_SOURCE = "the RouteLLM paper’s price, mid-2024";

/**
 * A model's price by its exact name in the tables of outcomes. A model that nobody lists has none: another version's, or
 * another host's, would be a guess.
 * @param promptTokens of a call: long prompts cost more at some models.
 */
export function knownPrice(model: string, promptTokens: number): KnownPrice | null {
  const paper = PAPER_PRICES.get(model.toLowerCase());
  if (paper !== undefined) return { price: paper, source: PAPER_SOURCE };
  const listed = LISTED.get(model);
  if (listed === undefined) return null;
  const { host, long } = listed;
  const { input, output } = long !== undefined && promptTokens > long.over ? long : listed;
  return {
    price: { inputPerMillion: input, outputPerMillion: output },
    source: `${host}’s list price of ${listPrices.date}`,
  };
}

/** One price for prompt and answer alike that a call of these lengths costs the same at, per million tokens. */
export function blendedPrice(
  { inputPerMillion, outputPerMillion }: TokenPrice,
  { promptTokens, answerTokens }: { readonly promptTokens: number; readonly answerTokens: number },
): number {
  if (inputPerMillion === outputPerMillion) return inputPerMillion;
  return (inputPerMillion * promptTokens + outputPerMillion * answerTokens) / (promptTokens + answerTokens);
}
