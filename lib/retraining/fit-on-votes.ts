import type { ModelPair } from "@/lib/domain/model-pair";
import type { Embedding } from "@/lib/embeddings/embedder";
import { logLoss } from "@/lib/evaluation/log-loss";
import { createRandom } from "@/lib/math/seeded-random";
import { createHeads, forRetrained } from "@/lib/packing/router-heads";
import type { ReliabilityArtifact } from "@/lib/schemas/artifacts/reliability-artifact";
import { type RetrainedRouter, VOTE_WEIGHTS } from "@/lib/schemas/web/retraining-state";
import type { UsableVote } from "@/lib/serving/usable-votes";
import { type RefitWeights, refitFactorization, refitSimilarity } from "@/lib/training/refit-routers";
import { type ReplayedBattle, replayBattles, tierName } from "@/lib/training/replay-battles";
import { foldOfPrompt } from "./split-votes";

/** A vote, and what the encoder makes of its prompt. */
export type EmbeddedVote = UsableVote & { readonly embedding: Embedding };

export type VoteWeights = Readonly<Record<RetrainedRouter, number>>;

const FOLDS = 3;

/** Everything a fit starts from: what was shipped, and a stream of random numbers for each purpose. */
export type RefitBase = {
  readonly shipped: RefitWeights;
  readonly reliability: ReliabilityArtifact;
  readonly pair: ModelPair;
  readonly seed: number;
  /** Of `shipped`. */
  readonly battles: readonly ReplayedBattle[];
};

export const createRefitBase = (base: Omit<RefitBase, "battles">): RefitBase => ({
  ...base,
  battles: replayBattles(base.shipped.sw_ranking),
});

/** A vote as a battle of the tiers that the pair's two models stand in. */
export function toBattle(vote: EmbeddedVote, { shipped, pair }: RefitBase, weight: number): ReplayedBattle {
  const { modelTiers } = shipped.sw_ranking;
  const [modelA, modelB] = [pair.strong, pair.weak].map((model) => tierName(modelTiers[model] ?? 0));
  const { embedding, outcome } = vote;
  return { row: -1, embedding, modelA: modelA ?? "", modelB: modelB ?? "", outcome, weight };
}

/** Fits both routers on shipped battles and votes, each with what a vote counts for it. */
export function fitOnVotes(options: {
  base: RefitBase;
  /** Some of the base's; all, unless a prompt is to be left out. */
  battles?: readonly ReplayedBattle[];
  votes: readonly EmbeddedVote[];
  weights: VoteWeights;
  purpose: number;
}): RefitWeights {
  const { base, battles = base.battles, votes, weights, purpose } = options;
  const { modelTiers, playerCount: tierCount } = base.shipped.sw_ranking;
  const withVotes = (weight: number) => [...battles, ...votes.map((vote) => toBattle(vote, base, weight))];
  const random = createRandom(base.seed * 1000 + purpose);
  return {
    sw_ranking: refitSimilarity(withVotes(weights.sw_ranking), { modelTiers, tierCount }),
    mf: refitFactorization(withVotes(weights.mf), { modelTiers, tierCount, random }),
  };
}

/**
 * Chooses what a vote counts for each router: the weight under which votes that a fit has not seen are likeliest, by
 * cross-validation over the prompts of the votes that are learned from. Those that are held out have no part in it.
 */
export function chooseVoteWeights(options: {
  base: RefitBase;
  votes: readonly EmbeddedVote[];
  report: (share: number) => void;
}): VoteWeights {
  const { base, votes, report } = options;
  const losses = VOTE_WEIGHTS.map(() => ({ mf: 0, sw_ranking: 0 }));
  let done = 0;
  for (const [index, weight] of VOTE_WEIGHTS.entries()) {
    for (let fold = 0; fold < FOLDS; fold++) {
      const isLeftOut = ({ prompt }: EmbeddedVote) => foldOfPrompt(prompt, FOLDS) === fold;
      const learned = votes.filter((vote) => !isLeftOut(vote));
      const weights = fitOnVotes({ base, votes: learned, weights: { mf: weight, sw_ranking: weight }, purpose: fold });
      const heads = createHeads(weights, base);
      const cell = losses[index];
      for (const { embedding, outcome } of votes.filter(isLeftOut)) {
        if (cell === undefined) continue;
        cell.mf += logLoss(heads.mf(embedding), outcome);
        cell.sw_ranking += logLoss(heads.sw_ranking(embedding), outcome);
      }
      report(++done / (VOTE_WEIGHTS.length * FOLDS));
    }
  }
  return forRetrained((id) => {
    const least = Math.min(...losses.map((loss) => loss[id]));
    return VOTE_WEIGHTS[losses.findIndex((loss) => loss[id] === least)] ?? VOTE_WEIGHTS[0];
  });
}
