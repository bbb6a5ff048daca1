import type { ModelPair } from "@/lib/domain/model-pair";
import { RoutingError } from "@/lib/domain/routing-error";

const SHOWN = 6;

/**
 * Looks up both models of a pair in what a router learned.
 * @throws RoutingError that names the models that would do, if either was not in training.
 */
export function findPair(
  models: Readonly<Record<string, number>>,
  pair: ModelPair,
): { readonly strong: number; readonly weak: number } {
  const find = (role: keyof ModelPair): number => {
    const found = Object.hasOwn(models, pair[role]) ? models[pair[role]] : undefined;
    if (found !== undefined) return found;
    const known = Object.keys(models);
    const more = known.length > SHOWN ? ` and ${known.length - SHOWN} more` : "";
    throw new RoutingError({
      code: "invalid_argument",
      parameter: role,
      message: `The ${role} model "${pair[role]}" is not among the models learned from: ${known.slice(0, SHOWN).join(", ")}${more}.`,
    });
  };
  return { strong: find("strong"), weak: find("weak") };
}
