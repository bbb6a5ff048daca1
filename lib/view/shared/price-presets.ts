import type { TypedPrices } from "./assumptions";
import presets from "./price-presets.json";

export type PricePreset = {
  readonly id: string;
  readonly label: string;
  /** Dollars per million tokens, prompt and answer alike. */
  readonly strong: number;
  readonly weak: number;
  /** Where the figures come from and of when they are. */
  readonly source: string;
  /** The same in two words, for beside a sum. */
  readonly of: string;
};

/** Prices of known pairs, to see what the served pair would save at them; `npm run list-prices` writes them. */
export const PRICE_PRESETS: readonly PricePreset[] = presets;

/** The preset that typed prices are, if any. */
export const presetOf = ({ strong, weak }: TypedPrices): PricePreset | undefined =>
  PRICE_PRESETS.find((candidate) => candidate.strong === strong && candidate.weak === weak);
