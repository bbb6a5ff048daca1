"use client";

import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { NumberField } from "@/components/ui/number-field";
import { blendedPrice } from "@/lib/calibration/money";
import { DEFAULT_ASSUMPTIONS, MONEY_BOUNDS } from "@/lib/view/shared/assumptions";
import { type PricedPair, pairKey, SERVED_PAIR, SERVED_PAIR_KEY } from "@/lib/view/shared/pair-prices";
import { PRICE_PRESETS } from "@/lib/view/shared/price-presets";
import { useMoneyStore } from "./money-store";
import { PriceNote } from "./price-note";
import { useMoney } from "./use-money";

const plain = (price: number): string => (Number.isNaN(price) ? "" : String(Number(price.toPrecision(6))));

type PriceEditorProps = {
  /** Fields beside the two prices: mean prompt length, mean answer length, in tokens. */
  readonly lengths?: readonly ("promptTokens" | "answerTokens")[];
  readonly pair?: PricedPair | undefined;
};

const LENGTH_LABELS = { promptTokens: "Mean prompt", answerTokens: "Answer length" } as const;

/** Prices of a pair's two models with their source and date; what is typed stays in this browser, for this pair. */
export function PriceEditor({ lengths = [], pair = SERVED_PAIR }: PriceEditorProps) {
  const { prices, assumptions } = useMoney(pair);
  const { assume, price: setPrice, reset } = useMoneyStore();
  const key = pairKey(pair);
  const isServed = key === SERVED_PAIR_KEY;
  const shown = (side: "strong" | "weak"): number => {
    const { price } = prices[side];
    return price === null ? Number.NaN : blendedPrice(price, assumptions);
  };
  const [strong, weak] = [shown("strong"), shown("weak")];
  const preset = PRICE_PRESETS.find((candidate) => candidate.strong === strong && candidate.weak === weak);
  const isFromLink = useMoneyStore(({ linkPrices }) => linkPrices?.pair === key);
  const isTyped = prices.strong.typed || prices.weak.typed;
  const changed = isTyped || isFromLink || lengths.some((name) => assumptions[name] !== DEFAULT_ASSUMPTIONS[name]);
  return (
    <fieldset className="text-sm">
      <legend className="sr-only">Prices</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {(["strong", "weak"] as const).map((side) => (
          <NumberField
            key={side}
            label={`Price of the ${side} model`}
            value={shown(side)}
            {...MONEY_BOUNDS[side]}
            format={plain}
            prefix="$"
            unit="/ M tokens"
            digits={6}
            onCommit={(price) => setPrice(key, { [side]: price })}
          />
        ))}
        {lengths.map((name) => (
          <NumberField
            key={name}
            label={LENGTH_LABELS[name]}
            value={assumptions[name]}
            {...MONEY_BOUNDS[name]}
            format={plain}
            unit="tokens"
            digits={6}
            onCommit={(tokens) => assume({ [name]: tokens })}
          />
        ))}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-1.5">
        {isServed
          ? PRICE_PRESETS.map(({ id, label, strong: ofStrong, weak: ofWeak }) => (
              <Chip
                key={id}
                pressed={preset?.id === id}
                onClick={() => setPrice(key, { strong: ofStrong, weak: ofWeak })}
              >
                {label}
              </Chip>
            ))
          : null}
        {changed ? (
          <Button look="quiet" onClick={() => reset(key)}>
            {isServed ? "Reset to the paper's" : "Reset to the known prices"}
          </Button>
        ) : null}
      </div>
      <p role="status" className="mt-1.5 text-xs empty:hidden">
        {weak > strong
          ? "The weak model costs more than the strong one here: routing to it saves nothing. Check that the two are not swapped."
          : null}
      </p>
      <p className="mt-1.5 text-xs text-muted">
        {isServed && !isFromLink ? (
          (preset?.source ?? "Your own prices, kept in this browser.")
        ) : (
          <PriceNote pair={pair} />
        )}{" "}
        One price a model, prompt and answer alike, at these lengths. Check the provider's current list before you
        decide.
        {isTyped ? " Prices change sums alone: quality and win rates stay those of the pair’s two models." : null}
      </p>
    </fieldset>
  );
}
