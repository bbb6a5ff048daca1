import { PAPER_PAIR } from "@/lib/domain/model-pair";
import { DEFAULT_ASSUMPTIONS, type TypedPrices } from "./assumptions";
import { blendedPrice, knownPrice, LIST_DATE, LIST_SOURCE } from "./known-price";

export type PricePreset = {
  readonly id: string;
  readonly label: string;
  readonly strong: number;
  readonly weak: number;
  /** Where the figures come from and of when they are. */
  readonly source: string;
  /** The same in two words, for beside a sum. */
  readonly of: string;
};

/** Two models' list prices as one price each, for the paper's mean call: 95 tokens in to 264 out. */
function preset(id: string, label: string, strong: string, weak: string): PricePreset {
  const blend = (model: string): number => {
    const known = knownPrice(model, DEFAULT_ASSUMPTIONS.promptTokens);
    if (known === null) throw new TypeError(`No price of ${model} is known.`);
    return Number(blendedPrice(known.price, DEFAULT_ASSUMPTIONS).toFixed(4));
  };
  const source = `List prices of ${strong} and ${weak} (${LIST_SOURCE}), blended 95 tokens in to 264 out.`;
  return { id, label, strong: blend(strong), weak: blend(weak), source, of: `list prices of ${LIST_DATE}` };
}

/** Prices of other pairs, to see what the served pair would save at them. */
export const PRICE_PRESETS: readonly PricePreset[] = [
  {
    id: "paper",
    label: "Paper: GPT-4 Turbo / Mixtral 8x7B",
    ...paperPrices(),
    source:
      "RouteLLM paper (arXiv 2406.18665), mid-2024: $24.7 and $0.24 per million tokens, input and output blended.",
    of: "mid-2024",
  },
  preset("claude-3", "Claude 3 Opus / Sonnet", "claude-3-opus-20240229", "claude-3-sonnet-20240229"),
  preset("gpt-4o", "GPT-4o / GPT-4o mini", "gpt-4o-2024-08-06", "gpt-4o-mini-2024-07-18"),
];

function paperPrices() {
  const price = (model: string): number => knownPrice(model, 1)?.price.inputPerMillion ?? Number.NaN;
  return { strong: price(PAPER_PAIR.strong), weak: price(PAPER_PAIR.weak) };
}

/** The preset that typed prices are, if any. */
export const presetOf = ({ strong, weak }: TypedPrices): PricePreset | undefined =>
  PRICE_PRESETS.find((candidate) => candidate.strong === strong && candidate.weak === weak);
