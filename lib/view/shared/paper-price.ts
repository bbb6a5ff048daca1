import { DEFAULT_MONEY, type TokenPrice } from "@/lib/calibration/money";
import { PAPER_PAIR } from "@/lib/domain/model-pair";

/** What a model is known to cost, where that is from and of when. */
export type KnownPrice = {
  readonly price: TokenPrice;
  /** "OpenAI’s list price of 2026-09-23". */
  readonly source: string;
  /** Of when it is; null where somebody set it. */
  readonly asOf: string | null;
};

const PRICES = new Map<string, TokenPrice>([
  [PAPER_PAIR.strong, DEFAULT_MONEY.strong],
  [PAPER_PAIR.weak, DEFAULT_MONEY.weak],
]);

/** The price of one of the paper's two models, which it gives as one for prompt and answer alike. */
export function paperPrice(model: string): KnownPrice | null {
  const price = PRICES.get(model.toLowerCase());
  return price === undefined ? null : { price, source: "the RouteLLM paper’s price, mid-2024", asOf: "mid-2024" };
}
