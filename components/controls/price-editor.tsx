"use client";

import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { NumberField } from "@/components/ui/number-field";
import { DEFAULT_PRICES, PRICE_BOUNDS, PRICE_FIELDS, PRICE_PRESETS } from "@/lib/explorer/prices";
import { usePricesStore } from "./prices-store";

const plain = (price: number): string => String(Number(price.toPrecision(6)));

type PriceEditorProps = {
  /** Fields beside the two prices: mean prompt length, mean answer length, in tokens. */
  readonly lengths?: readonly ("promptTokens" | "answerTokens")[];
};

const LENGTH_LABELS = { promptTokens: "Mean prompt", answerTokens: "Answer length" } as const;

/** Prices of the two models with their source and date; what is typed stays in this browser. */
export function PriceEditor({ lengths = [] }: PriceEditorProps) {
  const { prices, setPrices, reset } = usePricesStore();
  const preset = PRICE_PRESETS.find(({ strong, weak }) => strong === prices.strong && weak === prices.weak);
  const changed = PRICE_FIELDS.some((field) => prices[field] !== DEFAULT_PRICES[field]);
  return (
    <fieldset className="text-sm">
      <legend className="sr-only">Prices</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {(["strong", "weak"] as const).map((side) => (
          <NumberField
            key={side}
            label={`Price of the ${side} model`}
            value={prices[side]}
            {...PRICE_BOUNDS[side]}
            format={plain}
            prefix="$"
            unit="/ M tokens"
            digits={6}
            onCommit={(price) => setPrices({ [side]: price })}
          />
        ))}
        {lengths.map((name) => (
          <NumberField
            key={name}
            label={LENGTH_LABELS[name]}
            value={prices[name]}
            {...PRICE_BOUNDS[name]}
            format={plain}
            unit="tokens"
            digits={6}
            onCommit={(tokens) => setPrices({ [name]: tokens })}
          />
        ))}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-1.5">
        {PRICE_PRESETS.map(({ id, label, strong, weak }) => (
          <Chip key={id} pressed={preset?.id === id} onClick={() => setPrices({ strong, weak })}>
            {label}
          </Chip>
        ))}
        {changed ? (
          <Button look="quiet" onClick={reset}>
            Reset to the paper's
          </Button>
        ) : null}
      </div>
      <p role="status" className="mt-1.5 text-xs text-bad empty:hidden">
        {prices.weak > prices.strong
          ? "The weak model costs more than the strong one here: routing to it saves nothing. Check that the two are not swapped."
          : null}
      </p>
      <p className="mt-1.5 text-xs text-muted">
        {preset?.source ?? "Your own prices, kept in this browser."} Check the provider's current list before you
        decide.
        {changed ? " Prices change sums alone: quality and win rates stay those of the paper's two models." : null}
      </p>
    </fieldset>
  );
}
