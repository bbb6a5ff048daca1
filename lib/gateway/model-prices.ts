/** Dollars per million tokens. */
export type ModelPrice = { readonly input: number; readonly output: number };

/** The day of the list prices below. They change: whoever spends money should compare, or give the price. */
export const PRICES_OF = "2026-03-21";

/** Public list prices without discounts (caching, batches), by `provider/model`. */
const LIST_PRICES: Readonly<Record<string, ModelPrice>> = {
  "openai/gpt-5.4": { input: 2.5, output: 15 },
  "openai/gpt-5.1": { input: 1.25, output: 10 },
  "openai/gpt-5": { input: 1.25, output: 10 },
  "openai/gpt-5-mini": { input: 0.25, output: 2 },
  "openai/gpt-5-nano": { input: 0.05, output: 0.4 },
  "openai/gpt-4.1": { input: 2, output: 8 },
  "openai/gpt-4.1-mini": { input: 0.4, output: 1.6 },
  "openai/gpt-4.1-nano": { input: 0.1, output: 0.4 },
  "openai/gpt-4o": { input: 2.5, output: 10 },
  "openai/gpt-4o-mini": { input: 0.15, output: 0.6 },
  "anthropic/claude-opus-4-6": { input: 5, output: 25 },
  "anthropic/claude-opus-4-5": { input: 5, output: 25 },
  "anthropic/claude-opus-4-1": { input: 15, output: 75 },
  "anthropic/claude-sonnet-4-6": { input: 3, output: 15 },
  "anthropic/claude-sonnet-4-5": { input: 3, output: 15 },
  "anthropic/claude-haiku-4-5": { input: 1, output: 5 },
  "anthropic/claude-3-haiku-20240307": { input: 0.25, output: 1.25 },
};

/** The list price of a model by its exact id; dated and other variants may cost something else, so they have none. */
export function listPrice(id: string): ModelPrice | undefined {
  return Object.hasOwn(LIST_PRICES, id) ? LIST_PRICES[id] : undefined;
}

/** Dollars for a call. */
export function callCost(price: ModelPrice, tokens: { readonly input: number; readonly output: number }): number {
  return (tokens.input * price.input + tokens.output * price.output) / 1e6;
}
