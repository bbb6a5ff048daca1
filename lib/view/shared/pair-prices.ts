import type { MoneyModel, PricedModel, PricedModels, TokenPrice } from "@/lib/calibration/money";
import { formatGivenDollars } from "@/lib/domain/dollars";
import { type ModelPair, PAPER_PAIR } from "@/lib/domain/model-pair";
import type { Assumptions, TypedPrices } from "./assumptions";
import { formatCount } from "./format";
import { type KnownPrice, paperPrice } from "./paper-price";
import { presetOf } from "./price-presets";

const SIDES = ["strong", "weak"] as const;

/** What one model of a pair is taken to cost. */
export type SidePrice = {
  readonly model: string;
  /** Null where nobody typed one in and none is known. */
  readonly price: TokenPrice | null;
  /** Where the price is from and of when; "no price known" where there is none. */
  readonly source: string;
  readonly asOf: string | null;
  readonly typed: boolean;
};

/** Prices belong to a pair: another pair, other prices. */
export type PairPrices = Readonly<Record<(typeof SIDES)[number], SidePrice>>;

/** Prices that a link holds for the pair that it shows, and of when they are: whoever opens it later sees the same sums. */
export type LinkPrices = {
  readonly strong?: TokenPrice | undefined;
  readonly weak?: TokenPrice | undefined;
  /** Such as 2026-09-23. */
  readonly date: string;
};

/** A pair, and who knows what its models cost. */
export type PricedPair = ModelPair & {
  readonly priceOf: (model: string, promptTokens: number) => KnownPrice | null;
};

/** The pair that the server routes for. */
export const SERVED_PAIR: PricedPair = { ...PAPER_PAIR, priceOf: paperPrice };

/** What typed prices are kept by. */
export const pairKey = ({ strong, weak }: ModelPair): string => `${strong} / ${weak}`;

export const SERVED_PAIR_KEY = pairKey(PAPER_PAIR);

const NO_PRICE = "no price known";

/** The prices of a pair: those typed in for it, else those of the link that was opened, else those known of its models. */
export function pairPrices(
  pair: PricedPair,
  typed: TypedPrices,
  promptTokens: number,
  link: LinkPrices | null = null,
): PairPrices {
  const preset = presetOf(typed);
  const ownSource = preset === undefined ? "as typed in here" : `as of ${preset.label}, ${preset.of}`;
  const side = (name: (typeof SIDES)[number]): SidePrice => {
    const [model, own] = [pair[name], typed[name]];
    if (own !== undefined) {
      const price = { inputPerMillion: own, outputPerMillion: own };
      return { model, price, source: ownSource, asOf: null, typed: true };
    }
    const held = link?.[name];
    if (link !== null && held !== undefined) {
      return { model, price: held, source: `prices of ${link.date} from the link`, asOf: link.date, typed: false };
    }
    const known = pair.priceOf(model, promptTokens);
    return {
      ...{ model, price: known?.price ?? null, source: known?.source ?? NO_PRICE },
      ...{ asOf: known?.asOf ?? null, typed: false },
    };
  };
  return { strong: side("strong"), weak: side("weak") };
}

/** The prices as the cost arithmetic reads them; null where one is not known, for no sum of dollars holds then. */
export function pairMoney({ strong, weak }: PairPrices, assumptions: Assumptions): MoneyModel | null {
  if (strong.price === null || weak.price === null) return null;
  return {
    ...{ strong: strong.price, weak: weak.price },
    inputTokens: assumptions.promptTokens,
    outputTokens: assumptions.answerTokens,
    promptsPerMonth: assumptions.promptsPerMonth,
  };
}

/** The same with a price for each; null where one is not known. */
export function pricedModels({ strong, weak }: PairPrices): PricedModels | null {
  const priced = ({ model, price, source, asOf }: SidePrice): PricedModel | null =>
    price === null
      ? null
      : { model, inputPerMillion: price.inputPerMillion, outputPerMillion: price.outputPerMillion, source, asOf };
  const [ofStrong, ofWeak] = [priced(strong), priced(weak)];
  return ofStrong === null || ofWeak === null ? null : { strong: ofStrong, weak: ofWeak };
}

/** Prices that were handed over; older ones do not say whose they are, and have one a model. */
export function handOverPricesInWords({
  strong,
  weak,
  strongPerMillion,
  weakPerMillion,
}: {
  readonly strong?: PricedModel | undefined;
  readonly weak?: PricedModel | undefined;
  readonly strongPerMillion: number;
  readonly weakPerMillion: number;
}): string {
  if (strong !== undefined && weak !== undefined) return pricedModelsInWords({ strong, weak });
  return `Per million tokens: ${formatGivenDollars(strongPerMillion)} strong, ${formatGivenDollars(weakPerMillion)} weak.`;
}

/** In the words of {@link pricesInWords}. */
export function pricedModelsInWords({ strong, weak }: PricedModels): string {
  const side = ({ model, source, asOf, ...price }: PricedModel): SidePrice => ({
    ...{ model, price, source, asOf, typed: false },
  });
  return pricesInWords({ strong: side(strong), weak: side(weak) });
}

function priceInWords({ model, price }: SidePrice): string {
  if (price === null) return `${model}: ${NO_PRICE}`;
  const [input, output] = [formatGivenDollars(price.inputPerMillion), formatGivenDollars(price.outputPerMillion)];
  return input === output ? `${model} ${input}` : `${model} ${input} in, ${output} out`;
}

/**
 * What stands beside every sum of dollars: whose prices, from where and of when. "Per million tokens: gpt-4o $2.50 in,
 * $10 out; gpt-4o-mini $0.15 in, $0.60 out (OpenAI’s list price of 2026-09-23)."
 */
export function pricesInWords({ strong, weak }: PairPrices): string {
  if (strong.price === null && weak.price === null) return `${priceInWords(strong)}; ${priceInWords(weak)}.`;
  if (strong.source === weak.source) {
    return `Per million tokens: ${priceInWords(strong)}; ${priceInWords(weak)} (${strong.source}).`;
  }
  const dated = (side: SidePrice): string =>
    side.price === null ? priceInWords(side) : `${priceInWords(side)} (${side.source})`;
  return `Per million tokens: ${dated(strong)}; ${dated(weak)}.`;
}

/** What a call is taken to be long. */
export const lengthsInWords = ({ promptTokens, answerTokens }: Assumptions): string =>
  `A call: ${formatCount(promptTokens)} tokens in, ${formatCount(answerTokens)} out.`;

/** How many a month is taken to hold. */
export const volumeInWords = ({ promptsPerMonth }: Assumptions): string =>
  `A month: ${formatCount(promptsPerMonth)} prompts.`;

/** The models of a pair that no price is known of, in words; null where both have one. */
export function missingPrice({ strong, weak }: PairPrices): string | null {
  const missing = [strong, weak].filter(({ price }) => price === null).map(({ model }) => model);
  return missing.length === 0 ? null : `No price known of ${missing.join(" and ")}.`;
}
