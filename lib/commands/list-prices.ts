import { calcPrice } from "@pydantic/genai-prices";
import { blendedPrice, DEFAULT_MONEY } from "@/lib/calibration/money";
import { PRICES_OF, PRICES_SOURCE } from "@/lib/gateway/model-prices";
import type { PricePreset } from "@/lib/view/shared/price-presets";

/**
 * The reviewed table: what a model is called in the tables of outcomes, and the very same model in the price list. Left
 * out, and so without a price: open weights whose host the table does not name; experimental versions, which had no
 * price; names that by now mean another version (`deepseek-chat`, `command-r`, `command-r-plus`).
 */
const PRICED_AS: Readonly<Record<string, readonly [provider: string, model: string]>> = {
  "gpt-4o-2024-05-13": ["openai", "gpt-4o-2024-05-13"],
  "gpt-4o-2024-08-06": ["openai", "gpt-4o-2024-08-06"],
  "gpt-4o-mini-2024-07-18": ["openai", "gpt-4o-mini-2024-07-18"],
  "gpt-3.5-turbo-0125": ["openai", "gpt-3.5-turbo-0125"],
  "o1-mini-2024-09-12": ["openai", "o1-mini-2024-09-12"],
  "claude-3-5-haiku-20241022": ["anthropic", "claude-3-5-haiku-20241022"],
  "claude-3-5-sonnet-20240620": ["anthropic", "claude-3-5-sonnet-20240620"],
  "claude-3-5-sonnet-20241022": ["anthropic", "claude-3-5-sonnet-20241022"],
  "claude-3-haiku-20240307": ["anthropic", "claude-3-haiku-20240307"],
  "claude-3-opus-20240229": ["anthropic", "claude-3-opus-20240229"],
  "claude-3-sonnet-20240229": ["anthropic", "claude-3-sonnet-20240229"],
  "gemini-1.5-flash": ["google", "gemini-1.5-flash"],
  "gemini-1.5-flash-002": ["google", "gemini-1.5-flash-002"],
  "gemini-1.5-pro": ["google", "gemini-1.5-pro"],
  "gemini-1.5-pro-002": ["google", "gemini-1.5-pro-002"],
  "Mistral-Large-2": ["mistral", "mistral-large-2407"],
  "Mistral-Nemo-Instruct-2407": ["mistral", "open-mistral-nemo"],
  "Llama-3.1-405B-Instruct-Turbo": ["together", "meta-llama/Meta-Llama-3.1-405B-Instruct-Turbo"],
  "yi-large": ["openrouter", "01-ai/yi-large"],
};

/** Dollars per million tokens of a call whose prompt is longer than `over` tokens. */
type Tier = { readonly over: number; readonly input: number; readonly output: number };
type Listed = { readonly host: string; readonly input: number; readonly output: number; readonly long?: Tier };

/**
 * The part of the price list that pages show, so that no browser loads the whole of it. `lib/view/shared/list-prices.json`
 * holds it (`npm run list-prices`).
 * @throws Error where a price is missing or of a kind that one such line cannot say.
 */
export function listPrices() {
  const models: Record<string, Listed> = {};
  for (const [name, [providerId, model]] of Object.entries(PRICED_AS)) {
    const timestamp = new Date(`${PRICES_OF}T12:00:00Z`);
    const priceOf = (input_tokens: number) =>
      calcPrice({ input_tokens, output_tokens: 1 }, model, { providerId, timestamp });
    const found = priceOf(1);
    if (found === null || Array.isArray(found.model.prices)) throw new Error(`${model} has no one price.`);
    const { input_mtok: input, output_mtok: output } = found.model_price;
    if (input === undefined || output === undefined) throw new Error(`${model} has no price of tokens.`);
    const host = found.provider.name;
    if (typeof input === "number" && typeof output === "number") {
      models[name] = { host, input, output };
      continue;
    }
    if (typeof input === "number" || typeof output === "number") throw new Error(`${model}: half of it has tiers.`);
    const [[tier, ...more], [answers]] = [input.tiers, output.tiers];
    if (tier === undefined || answers?.start !== tier.start || more.length > 0)
      throw new Error(`${model}: other tiers.`);
    const long = { over: tier.start, input: tier.price, output: answers.price };
    models[name] = { host, input: input.base, output: output.base, long };
  }
  return { source: PRICES_SOURCE, date: PRICES_OF, models };
}

/** Presets of prices: the paper's, and of two pairs whose list prices are blended at the paper's mean call. */
export function pricePresets(): readonly PricePreset[] {
  const { models } = listPrices();
  const lengths = { promptTokens: DEFAULT_MONEY.inputTokens, answerTokens: DEFAULT_MONEY.outputTokens };
  const preset = (id: string, label: string, strong: string, weak: string): PricePreset => {
    const blend = (name: string): number => {
      const listed = models[name];
      if (listed === undefined) throw new Error(`${name} is not listed.`);
      const price = { inputPerMillion: listed.input, outputPerMillion: listed.output };
      return Number(blendedPrice(price, lengths).toFixed(4));
    };
    return {
      ...{ id, label, strong: blend(strong), weak: blend(weak) },
      source: `List prices of ${strong} and ${weak} (${PRICES_SOURCE}, ${PRICES_OF}), blended ${lengths.promptTokens} tokens in to ${lengths.answerTokens} out.`,
      of: `list prices of ${PRICES_OF}`,
    };
  };
  return [
    {
      id: "paper",
      label: "Paper: GPT-4 Turbo / Mixtral 8x7B",
      strong: DEFAULT_MONEY.strong.outputPerMillion,
      weak: DEFAULT_MONEY.weak.outputPerMillion,
      source:
        "RouteLLM paper (arXiv 2406.18665), mid-2024: $24.7 and $0.24 per million tokens, input and output blended.",
      of: "mid-2024",
    },
    preset("claude-3", "Claude 3 Opus / Sonnet", "claude-3-opus-20240229", "claude-3-sonnet-20240229"),
    preset("gpt-4o", "GPT-4o / GPT-4o mini", "gpt-4o-2024-08-06", "gpt-4o-mini-2024-07-18"),
  ];
}
