import type { ModelCard } from "./chat-data";

const plain = (price: number): string =>
  `$${price.toFixed(Number.isInteger(Number((price * 100).toFixed(9))) ? 2 : 4)}`;

/** "$2.50 / M tokens in, $10.00 / M out, list price of 2026-09-23". */
export function priceInWords({ price: { input, output }, priceSource }: ModelCard): string {
  const price =
    input === output ? `${plain(input)} / M tokens` : `${plain(input)} / M tokens in, ${plain(output)} / M out`;
  return `${price}, ${priceSource}`;
}
