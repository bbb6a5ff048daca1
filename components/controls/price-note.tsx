"use client";

import { lengthsInWords, type PricedPair, pricesInWords, volumeInWords } from "@/lib/view/shared/pair-prices";
import { useMoney } from "./use-money";

type PriceNoteProps = {
  readonly pair?: PricedPair | undefined;
  /** What the sums beside it depend on besides, unless it stands in fields there: lengths, or volume as well. */
  readonly of?: "call" | "month";
};

/** What stands beside sums of dollars: whose prices, from where and of when. */
export function PriceNote({ pair, of }: PriceNoteProps) {
  const { prices, assumptions } = useMoney(pair);
  return (
    <>
      {pricesInWords(prices)}
      {of === undefined ? null : ` ${lengthsInWords(assumptions)}`}
      {of === "month" ? ` ${volumeInWords(assumptions)}` : null}
    </>
  );
}
