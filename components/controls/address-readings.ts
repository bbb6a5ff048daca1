import { ROUTER_IDS, ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import type { AddressReading } from "@/lib/view/shared/address-problem";
import { MONEY_BOUNDS, type MoneyField, parseMoneyField } from "@/lib/view/shared/assumptions";
import { formatCount } from "@/lib/view/shared/format";
import { parseLinkDate, parseLinkPrice } from "@/lib/view/shared/link-prices";
import { DEFAULT_ROUTER, parseShare, routerParser } from "./url-state";

/** `?share=`, on every page that has the slider. */
const share: AddressReading = {
  parse: parseShare,
  but: "a share of strong calls is a number from 0 to 1",
  shown: "half of the calls go to the strong model",
};

/** @param shown the router in whose place none is known. */
export const routerReading = (shown: RouterId = DEFAULT_ROUTER): AddressReading => ({
  parse: routerParser.parse,
  but: `a router is one of ${ROUTER_IDS.join(", ")}`,
  shown: `${ROUTER_INFO[shown].label} is shown`,
});

const money = (field: MoneyField, what: string): AddressReading => {
  const { minimum, maximum } = MONEY_BOUNDS[field];
  return {
    parse: (text) => parseMoneyField(field, text),
    but: `${what} are a plain number from ${formatCount(minimum)} to ${formatCount(maximum)}`,
    shown: "what stands on the page counts",
  };
};

const linkPrice: AddressReading = {
  parse: (text, query) => (parseLinkDate(query.get("ld") ?? "") === null ? null : parseLinkPrice(text)),
  but: "prices in a link are IN-OUT in dollars per million tokens, with their day in ld",
  shown: "today’s known prices count",
};

/** What the page's sums of dollars depend on. */
export const MONEY_READINGS = {
  n: money("promptsPerMonth", "prompts a month"),
  pt: money("promptTokens", "tokens of a prompt"),
  at: money("answerTokens", "tokens of an answer"),
  ps: money("strong", "dollars of the strong model"),
  pw: money("weak", "dollars of the weak model"),
  ls: linkPrice,
  lw: linkPrice,
  ld: { parse: parseLinkDate, but: "the day of prices is like 2026-01-31", shown: "today’s known prices count" },
} satisfies Readonly<Record<string, AddressReading>>;

/** What every page with the slider reads. */
export const SHARED_READINGS = { share, router: routerReading() } as const;
