import { isRouterId, ROUTER_IDS, type RouterId } from "./router-id";
import { RoutingError } from "./routing-error";
import { type Threshold, toThreshold } from "./threshold";

/** A router set to a threshold, as the endpoint's `model` field names it: `router-mf-0.11593`. */
export type RoutedModel = { readonly router: RouterId; readonly threshold: Threshold };

const DECIMALS = 5;
const PATTERN = /^router-([a-z_]+)-(\d+(?:\.\d*)?|\.\d+)$/;

/** The name to hand to engineers; the threshold is rounded to five decimals, as in RouteLLM. */
export function formatModelName({ router, threshold }: RoutedModel): string {
  return `router-${router}-${threshold.toFixed(DECIMALS)}`;
}

/** @throws RoutingError if `name` is not `router-<id>-<threshold>` with a known id and a threshold in [0, 1]. */
export function parseModelName(name: string): RoutedModel {
  const [, router = "", threshold = ""] = PATTERN.exec(name) ?? [];
  const alpha = Number(threshold);
  if (!isRouterId(router) || threshold === "" || !(alpha >= 0 && alpha <= 1)) {
    throw new RoutingError({
      code: "invalid_argument",
      parameter: "model",
      message: `A model must be named router-<id>-<threshold>, with one of ${ROUTER_IDS.join(", ")} and a threshold from 0 to 1 (for example router-mf-0.11593), but it was ${JSON.stringify(name)}.`,
    });
  }
  return { router, threshold: toThreshold(alpha, "model") };
}
