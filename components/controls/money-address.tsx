"use client";

import { createParser, useQueryStates } from "nuqs";
import { useEffect, useLayoutEffect, useRef } from "react";
import { type ModelPair, PAPER_PAIR } from "@/lib/domain/model-pair";
import { type Assumptions, DEFAULT_ASSUMPTIONS, type MoneyField, parseMoneyField } from "@/lib/view/shared/assumptions";
import { formatLinkPrice, parseLinkDate, parseLinkPrice, pricesForLink } from "@/lib/view/shared/link-prices";
import { type LinkPrices, type PairPrices, pairKey } from "@/lib/view/shared/pair-prices";
import { type MoneySettings, settingsOf, useMoneyStore } from "./money-store";

const parserOf = (field: MoneyField) =>
  createParser({ parse: (text) => parseMoneyField(field, text), serialize: (value: number) => String(value) });

/** Kept as text, so that two of them are compared as such. */
const textParser = (isUsable: (text: string) => boolean) =>
  createParser({ parse: (text) => (isUsable(text) ? text : null), serialize: (text: string) => text });

/**
 * Volume, lengths in tokens, the two prices that were typed in for the pair on the page, and what a copied link holds: its
 * known prices and their day.
 */
const PARSERS = {
  n: parserOf("promptsPerMonth"),
  pt: parserOf("promptTokens"),
  at: parserOf("answerTokens"),
  ps: parserOf("strong"),
  pw: parserOf("weak"),
  ls: textParser((text) => parseLinkPrice(text) !== null),
  lw: textParser((text) => parseLinkPrice(text) !== null),
  ld: textParser((text) => parseLinkDate(text) !== null),
};

type InAddress = Readonly<Record<"n" | "pt" | "at" | "ps" | "pw", number | null>> &
  Readonly<Record<"ls" | "lw" | "ld", string | null>>;

/** The prices that a link holds; those without a day are nobody’s. */
function toLinkPrices({ ls, lw, ld }: InAddress, pair: string) {
  if (ld === null || (ls === null && lw === null)) return null;
  const price = (text: string | null) => (text === null ? undefined : (parseLinkPrice(text) ?? undefined));
  return { pair, prices: { strong: price(ls), weak: price(lw), date: ld } satisfies LinkPrices };
}

const linkPriceKeys = (prices: LinkPrices | null) => ({
  ls: prices?.strong === undefined ? null : formatLinkPrice(prices.strong),
  lw: prices?.weak === undefined ? null : formatLinkPrice(prices.weak),
  ld: prices?.date ?? null,
});

/** A link says all that its sums depend on: what it leaves out has its default, whatever the reader keeps. */
const toLinked = ({ n, pt, at, ps, pw }: InAddress, pair: string): MoneySettings => ({
  assumptions: {
    promptsPerMonth: n ?? DEFAULT_ASSUMPTIONS.promptsPerMonth,
    promptTokens: pt ?? DEFAULT_ASSUMPTIONS.promptTokens,
    answerTokens: at ?? DEFAULT_ASSUMPTIONS.answerTokens,
  },
  typed: { [pair]: { strong: ps ?? undefined, weak: pw ?? undefined } },
});

function toAddress({ assumptions, typed }: MoneySettings, pair: string, prices: LinkPrices | null): InAddress {
  const unlessDefault = (field: keyof Assumptions) =>
    assumptions[field] === DEFAULT_ASSUMPTIONS[field] ? null : assumptions[field];
  const { strong = null, weak = null } = typed[pair] ?? {};
  return {
    n: unlessDefault("promptsPerMonth"),
    pt: unlessDefault("promptTokens"),
    at: unlessDefault("answerTokens"),
    ps: strong,
    pw: weak,
    ...linkPriceKeys(prices),
  };
}

const isEmpty = (address: InAddress): boolean => Object.values(address).every((value) => value === null);

/**
 * Keeps what sums of dollars depend on in the address. A page that opens with some of it there follows it; afterwards the
 * address follows the page, in whatever differs from the defaults. Where all is as by default and this browser keeps
 * something else, the volume stands there, so that a reload shows the same.
 */
export function MoneyAddress({ pair: models = PAPER_PAIR }: { readonly pair?: ModelPair | undefined }) {
  const pair = pairKey(models);
  const [address, setAddress] = useQueryStates(PARSERS);
  const settings = useMoneyStore(settingsOf);
  const linkPrices = useMoneyStore((state) => state.linkPrices);
  const opened = useRef(false);
  // Before the first paint: other sums would stand there for a moment.
  useLayoutEffect(() => {
    if (opened.current) return;
    opened.current = true;
    if (!isEmpty(address)) useMoneyStore.getState().follow(toLinked(address, pair), toLinkPrices(address, pair));
  }, [address, pair]);
  const current = useRef(address);
  useEffect(() => {
    current.current = address;
  }, [address]);
  useEffect(() => {
    const now = useMoneyStore.getState();
    const held = now.linkPrices?.pair === pair ? now.linkPrices.prices : null;
    const said = toAddress(settingsOf(now), pair, held);
    const keeps = isEmpty(said) && !isEmpty(toAddress(now.own, pair, null));
    // What cannot be used stays, so that the page goes on saying so.
    const { ls, lw, ld } = current.current;
    const isBroken = held === null && toLinkPrices(current.current, pair) === null;
    const wanted = {
      ...said,
      ...(keeps ? { n: settingsOf(now).assumptions.promptsPerMonth } : {}),
      ...(isBroken ? { ls, lw, ld } : {}),
    };
    const differs = Object.entries(wanted).some(([key, value]) => current.current[key as keyof InAddress] !== value);
    if (differs && settings === settingsOf(now) && linkPrices === now.linkPrices) void setAddress(wanted);
  }, [settings, linkPrices, pair, setAddress]);
  return null;
}

/**
 * The address of what is seen, with the volume even where it is the default, and with the prices that are only known, not
 * typed in: whoever opens it sees the same dollars, also when list prices have changed.
 */
export function shareableAddress(prices: PairPrices): string {
  const url = new URL(window.location.href);
  const { promptsPerMonth } = settingsOf(useMoneyStore.getState()).assumptions;
  url.searchParams.set("n", String(promptsPerMonth));
  const held = pricesForLink(prices, new Date().toISOString().slice(0, 10));
  for (const [key, value] of Object.entries(linkPriceKeys(held))) {
    if (value !== null) url.searchParams.set(key, value);
  }
  return url.href;
}
