import type { TokenPrice } from "@/lib/calibration/money";
import { MONEY_BOUNDS } from "./assumptions";
import type { LinkPrices, PairPrices, SidePrice } from "./pair-prices";

const PRICE = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/;

/** "2.5-10" → $2.50 in and $10 out per million tokens; null for anything else, or out of bounds. */
export function parseLinkPrice(text: string): TokenPrice | null {
  const [, input, output] = PRICE.exec(text) ?? [];
  if (input === undefined || output === undefined) return null;
  const price = { inputPerMillion: Number(input), outputPerMillion: Number(output) };
  return Math.max(price.inputPerMillion, price.outputPerMillion) <= MONEY_BOUNDS.strong.maximum ? price : null;
}

/** Plain decimals, without zeros at their end. */
const plain = (price: number): string => (price === 0 ? "0" : price.toFixed(12).replace(/\.?0+$/, ""));

export const formatLinkPrice = ({ inputPerMillion, outputPerMillion }: TokenPrice): string =>
  `${plain(inputPerMillion)}-${plain(outputPerMillion)}`;

/** A day of the calendar, as `YYYY-MM-DD`; null for anything else. */
export function parseLinkDate(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}

/**
 * What a link has to hold besides typed prices: list prices and configured ones, which change with time. The paper's do
 * not.
 * @param today as YYYY-MM-DD: of when a price is that has no day of its own.
 * @returns null where there is none.
 */
export function pricesForLink({ strong, weak }: PairPrices, today: string): LinkPrices | null {
  const changes = ({ price, typed, asOf }: SidePrice): boolean =>
    price !== null && !typed && (asOf === null || parseLinkDate(asOf) !== null);
  const sides = [strong, weak].filter(changes);
  if (sides.length === 0) return null;
  const date = sides.map(({ asOf }) => asOf ?? today).toSorted()[0] ?? today;
  const held = (side: SidePrice) => (changes(side) && side.price !== null ? side.price : undefined);
  return { strong: held(strong), weak: held(weak), date };
}
