"use client";

import { createParser, useQueryStates } from "nuqs";
import { useEffect, useLayoutEffect, useRef } from "react";
import { type ModelPair, PAPER_PAIR } from "@/lib/domain/model-pair";
import { type Assumptions, DEFAULT_ASSUMPTIONS, type MoneyField, parseMoneyField } from "@/lib/explorer/assumptions";
import { pairKey } from "@/lib/explorer/pair-prices";
import { type MoneySettings, settingsOf, useMoneyStore } from "./money-store";

const parserOf = (field: MoneyField) =>
  createParser({ parse: (text) => parseMoneyField(field, text), serialize: (value: number) => String(value) });

/** Volume, lengths in tokens, and the two prices that were typed in for the pair on the page. */
const PARSERS = {
  n: parserOf("promptsPerMonth"),
  pt: parserOf("promptTokens"),
  at: parserOf("answerTokens"),
  ps: parserOf("strong"),
  pw: parserOf("weak"),
};

type InAddress = { readonly [Key in keyof typeof PARSERS]: number | null };

/** A link says all that its sums depend on: what it leaves out has its default, whatever the reader keeps. */
const toLinked = ({ n, pt, at, ps, pw }: InAddress, pair: string): MoneySettings => ({
  assumptions: {
    promptsPerMonth: n ?? DEFAULT_ASSUMPTIONS.promptsPerMonth,
    promptTokens: pt ?? DEFAULT_ASSUMPTIONS.promptTokens,
    answerTokens: at ?? DEFAULT_ASSUMPTIONS.answerTokens,
  },
  typed: { [pair]: { strong: ps ?? undefined, weak: pw ?? undefined } },
});

function toAddress({ assumptions, typed }: MoneySettings, pair: string): InAddress {
  const unlessDefault = (field: keyof Assumptions) =>
    assumptions[field] === DEFAULT_ASSUMPTIONS[field] ? null : assumptions[field];
  const { strong = null, weak = null } = typed[pair] ?? {};
  return {
    n: unlessDefault("promptsPerMonth"),
    pt: unlessDefault("promptTokens"),
    at: unlessDefault("answerTokens"),
    ps: strong,
    pw: weak,
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
  const opened = useRef(false);
  // Before the first paint: other sums would stand there for a moment.
  useLayoutEffect(() => {
    if (opened.current) return;
    opened.current = true;
    if (!isEmpty(address)) useMoneyStore.getState().follow(toLinked(address, pair));
  }, [address, pair]);
  const current = useRef(address);
  useEffect(() => {
    current.current = address;
  }, [address]);
  useEffect(() => {
    const now = useMoneyStore.getState();
    const said = toAddress(settingsOf(now), pair);
    const keeps = isEmpty(said) && !isEmpty(toAddress(now.own, pair));
    const wanted = keeps ? { ...said, n: settingsOf(now).assumptions.promptsPerMonth } : said;
    const differs = Object.entries(wanted).some(([key, value]) => current.current[key as keyof InAddress] !== value);
    if (differs && settings === settingsOf(now)) void setAddress(wanted);
  }, [settings, pair, setAddress]);
  return null;
}

/** The address of what is seen, with the volume even where it is the default: whoever opens it sees the same dollars. */
export function shareableAddress(): string {
  const url = new URL(window.location.href);
  const { promptsPerMonth } = settingsOf(useMoneyStore.getState()).assumptions;
  url.searchParams.set("n", String(promptsPerMonth));
  return url.href;
}
