import type { RouterId } from "@/lib/domain/router-id";

/** The subjects of MMLU that the paper's routers rate highest and lowest, in its order; ids as the benchmark's. */
export const PUBLISHED_EXTREMES: Readonly<
  Partial<Record<RouterId, { readonly highest: readonly string[]; readonly lowest: readonly string[] }>>
> = {
  bert: {
    highest: ["college_mathematics", "elementary_mathematics", "high_school_mathematics"],
    lowest: ["marketing", "management", "professional_medicine"],
  },
  causal_llm: {
    highest: ["high_school_mathematics", "college_mathematics", "abstract_algebra"],
    lowest: ["management", "marketing", "public_relations"],
  },
  mf: {
    highest: ["elementary_mathematics", "high_school_mathematics", "college_chemistry"],
    lowest: ["security_studies", "high_school_us_history", "sociology"],
  },
};

/** The quantiles of the win rates on MMLU at which the paper looks at subjects. */
export const PUBLISHED_QUANTILES = [0.2, 0.5, 0.8] as const;

/** Share of a subject's questions that MF sends to the strong model at those quantiles. */
export const PUBLISHED_ROUTING: {
  readonly router: RouterId;
  readonly shares: Readonly<Record<string, readonly number[]>>;
} = {
  router: "mf",
  shares: { marketing: [0.491, 0.128, 0.0213], college_mathematics: [1, 0.98, 0.75] },
};

/** Mean win rate on MMLU, in standard deviations from that of all questions. */
export const PUBLISHED_OUTCOME_GROUPS: {
  readonly router: RouterId;
  readonly ambiguous: number;
  readonly hard: number;
} = { router: "causal_llm", ambiguous: -0.34, hard: 0.28 };
