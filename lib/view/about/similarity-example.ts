import { sum } from "@/lib/math/moments";

/** A battle between a strong and a weak model on a prompt that lies somewhere between easy (0) and hard (1). */
type KnownBattle = {
  readonly prompt: string;
  readonly difficulty: number;
  /** The strong model's outcome: 1 won, ½ tied, 0 lost. */
  readonly outcome: 0 | 0.5 | 1;
};

/** Written for this page. */
const KNOWN_BATTLES: readonly KnownBattle[] = [
  { prompt: "Prove that there is no largest prime.", difficulty: 0.95, outcome: 1 },
  { prompt: "Find the race condition in this queue.", difficulty: 0.8, outcome: 1 },
  { prompt: "Compare two readings of a poem.", difficulty: 0.5, outcome: 0.5 },
  { prompt: "Write a birthday wish for a colleague.", difficulty: 0.2, outcome: 0.5 },
  { prompt: "What is the capital of Peru?", difficulty: 0.05, outcome: 0 },
];

/** How fast similarity falls off with the distance in difficulty. */
const WIDTH = 0.45;

type WeighedBattle = KnownBattle & {
  /** In (0, 1]. */
  readonly similarity: number;
  /** 10 · 10^(similarity / largest similarity), in (10, 100]. */
  readonly weight: number;
  /** The weight's share of all weights. */
  readonly share: number;
};

export type SimilarityExample = { readonly battles: readonly WeighedBattle[]; readonly winRate: number };

/**
 * The arithmetic of SW ranking on a handful of battles of one pair. With only two competitors the weighted Bradley–Terry
 * fit has a closed form: the win rate is the weighted mean outcome.
 * @param difficulty of the new prompt, in [0, 1].
 */
export function similarityExample(difficulty: number): SimilarityExample {
  const similarities = KNOWN_BATTLES.map((battle) => Math.exp(-(((battle.difficulty - difficulty) / WIDTH) ** 2)));
  const largest = Math.max(...similarities);
  const weights = similarities.map((similarity) => 10 * 10 ** (similarity / largest));
  const total = sum(weights);
  const battles = KNOWN_BATTLES.map((battle, index) => {
    const weight = weights[index] ?? 0;
    return { ...battle, similarity: similarities[index] ?? 0, weight, share: weight / total };
  });
  return { battles, winRate: sum(battles.map(({ share, outcome }) => share * outcome)) };
}
