import type { Choice } from "@/lib/domain/decide";
import { PAPER_PAIR } from "@/lib/domain/model-pair";
import { listPrice, type ModelPrice, PRICES_OF } from "@/lib/gateway/model-prices";
import { readGatewaySettings } from "@/lib/runtime/gateway-settings";
import { type KnownPrice, paperPrice } from "@/lib/view/shared/paper-price";

/** One of the two models that answer, and what it is known to cost: null where nobody lists or set it. */
type ServedPrice = { readonly model: string; readonly known: KnownPrice | null };
export type ServedPrices = Readonly<Record<Choice, ServedPrice>>;

/** A price of a configured model with where it is from. */
export const configuredPrice = ({ input, output, listed }: ModelPrice): KnownPrice => ({
  price: { inputPerMillion: input, outputPerMillion: output },
  ...(listed === undefined
    ? { source: "as this server is configured", asOf: null }
    : { source: `list price of ${PRICES_OF}`, asOf: PRICES_OF }),
});

/**
 * What the two models of this server cost: those that are configured, or else the paper's, at whose prices the simulated
 * ones answer.
 * @throws RoutingError where one of the two is configured without the other.
 */
export function readServedPrices(): ServedPrices {
  const { models } = readGatewaySettings();
  const served = (choice: Choice): ServedPrice => {
    if (models === undefined) return { model: PAPER_PAIR[choice], known: paperPrice(PAPER_PAIR[choice]) };
    const { id, price = listPrice(id) } = models[choice];
    return { model: id, known: price === undefined ? null : configuredPrice(price) };
  };
  return { strong: served("strong"), weak: served("weak") };
}
