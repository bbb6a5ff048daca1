import { calcPrice, type MatchLogic } from "@pydantic/genai-prices";

/** Dollars per million tokens. */
export type ModelPrice = {
  readonly input: number;
  readonly output: number;
  /** Set where it is a list price, whose long prompts may cost more a token: the model's `provider/model`. */
  readonly listed?: string;
};

/** Where list prices come from, offline: they are as of the day on which that version was published. */
export const PRICES_SOURCE = "@pydantic/genai-prices 0.1.8";
export const PRICES_OF = "2026-09-23";

/** A short call, below every tier of long prompts; prices do not depend on how many tokens it has. */
const SHORT_CALL = { input_tokens: 1000, output_tokens: 1000 };

/**
 * The list price of a model by its exact id, without discounts (caching, batches), for short prompts.
 *
 * The package also prices what only resembles a name it knows (`claude-opus-4-5-fast` as `claude-opus-4-5`). Here a name
 * has to be one it spells out, or one of these with the date of its version; a model without a price is better than
 * another model's price.
 *
 * @param at prices are those of this moment.
 */
export function listPrice(id: string, at = new Date()): ModelPrice | undefined {
  const { provider, model } = split(id);
  const found = calcPrice(SHORT_CALL, model, { providerId: provider, timestamp: at });
  if (found === null || found.provider.id !== provider) return undefined;
  const { input_mtok, output_mtok } = found.model_price;
  const names = [found.model.id, ...spelledOut(found.model.match)].map((name) => name.toLowerCase());
  const isKnown = names.includes(model.toLowerCase()) || names.includes(withoutDate(model.toLowerCase()));
  if (!isKnown || input_mtok === undefined || output_mtok === undefined) return undefined;
  const perMillion = (price: typeof input_mtok): number => (typeof price === "number" ? price : price.base);
  return { input: perMillion(input_mtok), output: perMillion(output_mtok), listed: id };
}

/**
 * Dollars for one call. A list price is asked for the very call, since long prompts and hours change it; any other price
 * is the same for every token.
 */
export function callCost(
  { input, output, listed }: ModelPrice,
  tokens: { readonly input: number; readonly output: number },
  at = new Date(),
): number {
  if (listed !== undefined && varies(listed)) {
    const { provider, model } = split(listed);
    const usage = { input_tokens: countable(tokens.input), output_tokens: countable(tokens.output) };
    const call = calcPrice(usage, model, { providerId: provider, timestamp: at });
    if (call !== null) return call.total_price;
  }
  return (countable(tokens.input) * input + countable(tokens.output) * output) / 1e6;
}

const known = new Map<string, boolean>();

/** Whether a call's length or hour changes the price of a token. Asked once: the package takes 0.1 ms for a call. */
function varies(listed: string): boolean {
  const before = known.get(listed);
  if (before !== undefined) return before;
  const { provider, model } = split(listed);
  const prices = calcPrice(SHORT_CALL, model, { providerId: provider })?.model.prices ?? {};
  const isTiered =
    "input_mtok" in prices && [prices.input_mtok, prices.output_mtok].some((price) => typeof price === "object");
  const found = Array.isArray(prices) || isTiered;
  known.set(listed, found);
  return found;
}

/** A provider's count is only what the provider says, and the package refuses what is no count. */
const countable = (tokens: number): number => (Number.isFinite(tokens) ? Math.max(0, tokens) : 0);

function split(id: string): { readonly provider: string; readonly model: string } {
  const slash = id.indexOf("/");
  return { provider: id.slice(0, Math.max(0, slash)), model: id.slice(slash + 1) };
}

/** claude-3-haiku-20240307 → claude-3-haiku. */
const withoutDate = (model: string): string => model.replace(/-(20\d{6}|20\d\d-\d\d-\d\d)$/, "");

/** The names that a rule for matching spells out whole, or from their beginning. */
function spelledOut(rule: MatchLogic): readonly string[] {
  if ("or" in rule) return rule.or.flatMap(spelledOut);
  if ("equals" in rule) return [rule.equals];
  return "starts_with" in rule ? [rule.starts_with] : [];
}
