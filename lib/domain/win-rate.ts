import type { Branded } from "./branded";
import { RoutingError } from "./routing-error";

/** P(strong model wins | prompt), in [0, 1]; a tie counts as half a win. */
export type WinRate = Branded<"WinRate">;

/** @throws RoutingError if `value` is not a number in [0, 1]. */
export function toWinRate(value: number): WinRate {
  if (!(value >= 0 && value <= 1)) {
    throw new RoutingError({
      code: "invalid_data",
      parameter: "winRate",
      message: `A win rate must be a number from 0 to 1, but it was ${value}.`,
    });
  }
  return value as WinRate;
}
