import { DEFAULT_MONEY } from "@/lib/calibration/money";

/** What the two models are taken to cost, and how long prompts and answers are taken to be. */
export type Prices = {
  /** Dollars per million tokens, prompt and answer alike. */
  readonly strong: number;
  readonly weak: number;
  /** Tokens of a mean prompt and of a mean answer. */
  readonly promptTokens: number;
  readonly answerTokens: number;
};

/** The paper's, as the money model has them: $24.7 and $0.24 per million tokens, 95 tokens in and 264 out on average. */
export const DEFAULT_PRICES: Prices = {
  strong: DEFAULT_MONEY.strong.outputPerMillion,
  weak: DEFAULT_MONEY.weak.outputPerMillion,
  promptTokens: DEFAULT_MONEY.inputTokens,
  answerTokens: DEFAULT_MONEY.outputTokens,
};

/** The fields of `Prices`. */
export const PRICE_FIELDS = ["strong", "weak", "promptTokens", "answerTokens"] as const;

/** Bounds of what may be entered, inclusive. */
export const PRICE_BOUNDS: Readonly<Record<keyof Prices, { readonly minimum: number; readonly maximum: number }>> = {
  strong: { minimum: 0, maximum: 10_000 },
  weak: { minimum: 0, maximum: 10_000 },
  promptTokens: { minimum: 1, maximum: 1_000_000 },
  answerTokens: { minimum: 0, maximum: 1_000_000 },
};

/** Reads stored prices field by field: a field that is missing or out of bounds gets its default. */
export function toPrices(stored: unknown): Prices {
  const fields: Readonly<Record<string, unknown>> = typeof stored === "object" && stored !== null ? { ...stored } : {};
  const read = (name: keyof Prices): number => {
    const value = fields[name];
    const { minimum, maximum } = PRICE_BOUNDS[name];
    return typeof value === "number" && value >= minimum && value <= maximum ? value : DEFAULT_PRICES[name];
  };
  return {
    strong: read("strong"),
    weak: read("weak"),
    promptTokens: read("promptTokens"),
    answerTokens: read("answerTokens"),
  };
}

/** List prices for prompt and answer tokens as one price: their mean at the paper's mix of 95 in to 264 out. */
export function blendPrice({ input, output }: { readonly input: number; readonly output: number }): number {
  const { promptTokens, answerTokens } = DEFAULT_PRICES;
  return (input * promptTokens + output * answerTokens) / (promptTokens + answerTokens);
}

export type PricePreset = {
  readonly id: string;
  readonly label: string;
  readonly strong: number;
  readonly weak: number;
  /** Where the figures come from and of when they are. */
  readonly source: string;
};

const cents = (price: number): number => Math.round(price * 100) / 100;

/** Pairs whose prices are public and dated; anything else is typed in. */
export const PRICE_PRESETS: readonly PricePreset[] = [
  {
    id: "paper",
    label: "Paper: GPT-4 Turbo / Mixtral 8x7B",
    strong: DEFAULT_PRICES.strong,
    weak: DEFAULT_PRICES.weak,
    source:
      "RouteLLM paper (arXiv 2406.18665), mid-2024: $24.7 and $0.24 per million tokens, input and output blended.",
  },
  {
    id: "claude-3",
    label: "Claude 3 Opus / Sonnet",
    strong: cents(blendPrice({ input: 15, output: 75 })),
    weak: cents(blendPrice({ input: 3, output: 15 })),
    source: "Anthropic list prices at launch, March 2024 ($15 / $75 and $3 / $15), blended 95 tokens in to 264 out.",
  },
  {
    id: "gpt-4o",
    label: "GPT-4o / GPT-4o mini",
    strong: cents(blendPrice({ input: 2.5, output: 10 })),
    weak: cents(blendPrice({ input: 0.15, output: 0.6 })),
    source: "OpenAI list prices, late 2024 ($2.50 / $10 and $0.15 / $0.60), blended 95 tokens in to 264 out.",
  },
];
