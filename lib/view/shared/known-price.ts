import listPrices from "./list-prices.json";
import { type KnownPrice, paperPrice } from "./paper-price";

type Listed = {
  readonly host: string;
  readonly input: number;
  readonly output: number;
  /** Calls whose prompt is longer than `over` tokens cost this much a token. */
  readonly long?: { readonly over: number; readonly input: number; readonly output: number };
};

const LISTED = new Map<string, Listed>(Object.entries(listPrices.models));

/**
 * A model's price by its exact name in the tables of outcomes. A model that nobody lists has none: another version's, or
 * another host's, would be a guess.
 * @param promptTokens of a call: long prompts cost more at some models.
 */
export function knownPrice(model: string, promptTokens: number): KnownPrice | null {
  const listed = LISTED.get(model);
  if (listed === undefined) return paperPrice(model);
  const { host, long } = listed;
  const { input, output } = long !== undefined && promptTokens > long.over ? long : listed;
  return {
    price: { inputPerMillion: input, outputPerMillion: output },
    source: `${host}’s list price of ${listPrices.date}`,
    asOf: listPrices.date,
  };
}
