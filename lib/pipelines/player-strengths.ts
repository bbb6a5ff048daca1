import type { WinRate } from "@/lib/domain/win-rate";
import type { Embedding } from "@/lib/embeddings/embedder";

/** Win rates so near to 0 or 1 are as good as certain; their log-odds would be infinite. */
const LARGEST_LOG_ODDS = 30;

const logOdds = (winRate: number): number =>
  Math.min(LARGEST_LOG_ODDS, Math.max(-LARGEST_LOG_ODDS, Math.log(winRate / (1 - winRate))));

/**
 * How strong a router takes each of its players to be on each question, as log-odds of beating player 0 there. The win
 * rate of any pair follows: σ(strong's − weak's), since both routers compare models by the difference of two numbers.
 * @param options.createScorer the router's own scorer for "player i against player j".
 * @returns (questions × players) row-major; player 0 is 0 everywhere.
 */
export function playerStrengths(options: {
  readonly embeddings: readonly Embedding[];
  readonly playerCount: number;
  readonly createScorer: (pair: {
    readonly strong: number;
    readonly weak: number;
  }) => (embedding: Embedding) => WinRate;
}): Float64Array {
  const { embeddings, playerCount, createScorer } = options;
  const strengths = new Float64Array(embeddings.length * playerCount);
  for (let player = 1; player < playerCount; player++) {
    const score = createScorer({ strong: player, weak: 0 });
    embeddings.forEach((embedding, question) => {
      strengths[question * playerCount + player] = logOdds(score(embedding));
    });
  }
  return strengths;
}
