import type { Branded } from "./branded";
import { RoutingError } from "./routing-error";

/** α: the win rate from which a prompt goes to the strong model. In [0, 1]; higher is cheaper. */
export type Threshold = Branded<"Threshold">;

/** @throws RoutingError if `value` is not a number in [0, 1]. */
export function toThreshold(value: number, parameter = "alpha"): Threshold {
  if (!(value >= 0 && value <= 1)) {
    throw new RoutingError({
      code: "invalid_argument",
      parameter,
      message: `A threshold must be a number from 0 to 1, but it was ${value}.`,
    });
  }
  return value as Threshold;
}
