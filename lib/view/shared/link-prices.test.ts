import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthlyCost } from "@/lib/calibration/money";
import { DEFAULT_ASSUMPTIONS } from "./assumptions";
import { knownPrice } from "./known-price";
import { formatLinkPrice, parseLinkDate, parseLinkPrice, pricesForLink } from "./link-prices";
import { pairMoney, pairPrices, pricesInWords, SERVED_PAIR } from "./pair-prices";

const GPT = { strong: "gpt-4o-2024-08-06", weak: "gpt-4o-mini-2024-07-18", priceOf: knownPrice };
const TODAY = "2031-02-03";

describe("prices in a link", () => {
  it("are read back as they were written", () => {
    const price = fc.double({ min: 0, max: 10_000, noNaN: true }).map((value) => Number(value.toFixed(9)));
    fc.assert(
      fc.property(price, price, (inputPerMillion, outputPerMillion) => {
        const written = formatLinkPrice({ inputPerMillion, outputPerMillion });
        expect(written).toMatch(/^[\d.]+-[\d.]+$/);
        expect(parseLinkPrice(written)).toEqual({ inputPerMillion, outputPerMillion });
      }),
    );
    expect(formatLinkPrice({ inputPerMillion: 2.5, outputPerMillion: 10 })).toBe("2.5-10");
  });

  it.each(["", "2.5", "2.5,10", "-1-2", "1-", "1-x", "1e3-2", "1-10001", "Infinity-1"])("are none in %j", (text) => {
    expect(parseLinkPrice(text)).toBeNull();
  });

  it.each([
    ["2026-09-23", "2026-09-23"],
    ["2026-02-30", null],
    ["2026-13-01", null],
    ["23.9.2026", null],
    ["", null],
  ])("have a day of the calendar: %j", (text, day) => {
    expect(parseLinkDate(text)).toBe(day);
  });

  it("show the same dollars later, and say of when they are", () => {
    const then = pairPrices(GPT, {}, 95);
    const link = pricesForLink(then, TODAY);
    expect(link).toEqual({
      strong: { inputPerMillion: 2.5, outputPerMillion: 10 },
      weak: { inputPerMillion: 0.15, outputPerMillion: 0.6 },
      date: knownPrice(GPT.strong, 95)?.asOf,
    });
    const dearer: typeof knownPrice = () => ({
      price: { inputPerMillion: 99, outputPerMillion: 99 },
      ...{ source: "list price of 2031", asOf: TODAY },
    });
    const later = pairPrices({ ...GPT, priceOf: dearer }, {}, 95, link);
    const costOf = (prices: typeof then) => {
      const money = pairMoney(prices, DEFAULT_ASSUMPTIONS);
      return money && monthlyCost(money, 0.5);
    };
    expect(costOf(later)).toBe(costOf(then));
    expect(pricesInWords(later)).toBe(
      `Per million tokens: gpt-4o-2024-08-06 $2.50 in, $10 out; gpt-4o-mini-2024-07-18 $0.15 in, $0.60 out (prices of ${link?.date} from the link).`,
    );
    // What is typed comes first.
    expect(pairPrices({ ...GPT, priceOf: dearer }, { weak: 3 }, 95, link).weak).toMatchObject({
      price: { inputPerMillion: 3 },
      typed: true,
    });
  });

  it("are those that change: neither typed ones, which a link holds already, nor the paper's, nor unknown ones", () => {
    expect(pricesForLink(pairPrices(SERVED_PAIR, {}, 95), TODAY)).toBeNull();
    expect(pricesForLink(pairPrices({ ...GPT, priceOf: () => null }, {}, 95), TODAY)).toBeNull();
    expect(pricesForLink(pairPrices(GPT, { strong: 1, weak: 1 }, 95), TODAY)).toBeNull();
    expect(pricesForLink(pairPrices(GPT, { strong: 1 }, 95), TODAY)?.strong).toBeUndefined();
    const configured: typeof knownPrice = () => ({
      price: { inputPerMillion: 1, outputPerMillion: 2 },
      ...{ source: "as this server is configured", asOf: null },
    });
    expect(pricesForLink(pairPrices({ ...GPT, priceOf: configured }, {}, 95), TODAY)?.date).toBe(TODAY);
  });
});
