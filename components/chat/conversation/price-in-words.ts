import { formatGivenDollars } from "@/lib/domain/dollars";
import type { ModelCard } from "./chat-data";

/** "$2.50 / M tokens in, $10 / M out, list price of 2026-09-23". */
export function priceInWords({ price: { input, output }, priceSource }: ModelCard): string {
  const price =
    input === output
      ? `${formatGivenDollars(input)} / M tokens`
      : `${formatGivenDollars(input)} / M tokens in, ${formatGivenDollars(output)} / M out`;
  return `${price}, ${priceSource}`;
}
