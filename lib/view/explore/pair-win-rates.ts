import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { ModelPair } from "@/lib/domain/model-pair";
import type { RouterId } from "@/lib/domain/router-id";
import { mean } from "@/lib/math/moments";
import { quantileOfSorted } from "@/lib/math/quantile";
import { sigmoid } from "@/lib/math/sigmoid";
import type { PairAwareRouter, PairTable, Strengths } from "./loaded-pair-table";

/**
 * What a router knows of a pair.
 * - `knows`: it learned from both models, and its win rates are those of this pair.
 * - `reversed`: likewise, but it takes the weak model for the stronger one, so that it ranks the questions by the weak
 *   model's advantage: its order may be turned round.
 * - `mute`: likewise, but it has no battle to tell the two apart on prompts like these: half of all questions or more get
 *   one and the same win rate.
 * - `alike`: it learned from both, but takes them for equally strong; it falls back on the pair it was trained for.
 * - `stranger`: a model of the pair was not in its training; it falls back likewise.
 * - `blind`: it never looks at the pair.
 * The last three transfer: what is hard for one pair is taken to be hard for the other.
 */
export type PairKnowledge = "knows" | "reversed" | "mute" | "alike" | "stranger" | "blind";

/** Win rates that differ by less are the same but for the rounding of strengths. */
const SAME = 1e-4;

export const isPairAware = (router: RouterId): router is PairAwareRouter => router === "sw_ranking" || router === "mf";

/** Two players of one router; null where a model of the pair is none. */
const playersOf = ({ players }: Pick<Strengths, "players">, { strong, weak }: ModelPair) => {
  const [a, b] = [strong, weak].map((model) => (Object.hasOwn(players, model) ? players[model] : undefined));
  return a === undefined || b === undefined ? null : { strong: a, weak: b };
};

/** @param pair by canonical names. */
export function pairKnowledge(table: PairTable, pair: ModelPair): Readonly<Record<RouterId, PairKnowledge>> {
  return forEveryRouter((router) => {
    if (!isPairAware(router)) return "blind";
    const players = playersOf(table.strengths[router], pair);
    if (players === null) return "stranger";
    if (players.strong === players.weak) return "alike";
    const winRates = playerWinRates(table.strengths[router], players);
    const ascending = winRates.toSorted();
    if (quantileOfSorted(ascending, 0.75) - quantileOfSorted(ascending, 0.25) < SAME) return "mute";
    return mean(winRates) < 0.5 ? "reversed" : "knows";
  });
}

/** The players whose difference ranks the questions: those of the pair, or else of the pair that was trained for. */
export function rankingPlayers(
  table: PairTable,
  router: PairAwareRouter,
  pair: ModelPair,
): { readonly strong: number; readonly weak: number } {
  const strengths = table.strengths[router];
  const players = playersOf(strengths, pair);
  if (players !== null && players.strong !== players.weak) return players;
  return playersOf(strengths, table.trainedPair) ?? { strong: 0, weak: 1 };
}

/** (k) σ(slope · (strength of strong − strength of weak) + offset), as the router itself would score. */
export function playerWinRates(
  { values, playerCount, scale }: Strengths,
  { strong, weak }: { readonly strong: number; readonly weak: number },
): Float64Array {
  const { slope, offset } = scale ?? { slope: 1, offset: 0 };
  return Float64Array.from({ length: values.length / playerCount }, (_, question) => {
    const start = question * playerCount;
    return sigmoid(slope * ((values[start + strong] ?? 0) - (values[start + weak] ?? 0)) + offset);
  });
}

/** (k) win rates of every router for a pair, by canonical names. */
export const pairWinRates = (table: PairTable, pair: ModelPair): Readonly<Record<RouterId, Float64Array>> =>
  forEveryRouter((router) =>
    isPairAware(router)
      ? playerWinRates(table.strengths[router], rankingPlayers(table, router, pair))
      : table.winRates[router],
  );
