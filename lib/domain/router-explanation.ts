/** Where a prompt comes from: a data set and the row in it. Its text is in the data folder, never in an artifact. */
export type PromptOrigin = { readonly source: string; readonly id: string };

/**
 * What a training battle rests on: both models' own answers, a gain that training expected (from other models' results
 * or an author's judgement), or a judge's vote between other models.
 */
export const EVIDENCE = ["answers", "expected", "votes"] as const;

export type Evidence = (typeof EVIDENCE)[number];

/** One battle that a similarity-weighted win rate rests on. */
export type WeighedBattle = PromptOrigin & {
  readonly evidence: Evidence;
  readonly modelA: string;
  readonly modelB: string;
  /** 1 = A won, 0 = B won, 0.5 = tie; between them for expected outcomes. */
  readonly outcome: number;
  /** Cosine of the prompts' embeddings, −1 to 1. */
  readonly similarity: number;
  /** 10 · 10^(similarity / largest similarity), times what such evidence counts. */
  readonly weight: number;
};

/** A tier that battles of the prompt's kind know, in rating points (400 for odds of 10 to 1) above the weak model's. */
export type TierRating = {
  /** 0 is the strongest. */
  readonly tier: number;
  readonly models: number;
  /** On all battles alike. */
  readonly before: number;
  /** On the battles of this prompt's kind, weighed by similarity to it. */
  readonly after: number;
};

/** Which learned number of the encoder a part belongs to; `level` is what holds for every prompt of the kind. */
export const PART_GROUPS = ["level", "preference", "demand", "gain", "difficulty", "size", "wording", "scale"] as const;

export type PartGroup = (typeof PART_GROUPS)[number];

/** What was read off the prompt: hand features by name, whole words, pieces of words; a limit cuts a sum off. */
export const PART_KINDS = ["constant", "hand", "words", "pieces", "limit"] as const;

type PartKind = (typeof PART_KINDS)[number];

/** One summand. */
export type ExplanationPart = {
  readonly group: PartGroup;
  readonly kind: PartKind;
  /** The hand feature's name; empty for other kinds. */
  readonly name: string;
  readonly value: number;
};

/** A stretch of the prompt (UTF-16 units, end excluded), and the win rate without it. */
export type OccludedPiece = { readonly start: number; readonly end: number; readonly without: number };

/** Platt scaling: log-odds are multiplied by the slope and moved by the offset. */
export type ExplainedScale = { readonly slope: number; readonly offset: number };

type Common = {
  /** As the router gives it, in [0, 1]. */
  readonly winRate: number;
  /** What makes frequencies of the model's own win rates; null where there is none. */
  readonly scale: ExplainedScale | null;
};

/** Why a router gave a prompt its win rate, by what the router works on. */
export type RouterExplanation =
  | (Common & {
      readonly kind: "sw_ranking";
      /** Those that weighed most, heaviest first. */
      readonly battles: readonly WeighedBattle[];
      /** Battles of the prompt's kind, and the sum of their weights. */
      readonly battleCount: number;
      readonly totalWeight: number;
      readonly tiers: readonly TierRating[];
      readonly strongTier: number;
      readonly weakTier: number;
    })
  | (Common & {
      readonly kind: "mf";
      /** They add up to the log-odds of `winRate`. */
      readonly parts: readonly ExplanationPart[];
    })
  | (Common & {
      readonly kind: "bert";
      /** In the order of the text, without gaps. */
      readonly pieces: readonly OccludedPiece[];
    })
  | (Common & {
      readonly kind: "causal_llm";
      /** Probability of each label, from the worst answer of the weak model to the best. */
      readonly labels: readonly { readonly label: string; readonly probability: number; readonly good: boolean }[];
    })
  | (Common & {
      readonly kind: "length";
      /** Unicode code points, and how many of them count. */
      readonly characters: number;
      readonly counted: number;
    });
