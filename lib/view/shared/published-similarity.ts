/** Benchmarks that the paper compares its data with. */
export const COMPARED_BENCHMARKS = ["mt-bench", "mmlu", "gsm8k"] as const;

export type ComparedBenchmark = (typeof COMPARED_BENCHMARKS)[number];

/** The paper's similarity of a benchmark to its Arena battles alone, and with what it added to them. */
export type PublishedSimilarity = {
  readonly arena: number;
  readonly augmented: number;
  readonly augmentation: "judge" | "golden";
};

/**
 * Benchmark–dataset similarity of the paper (Ong et al., RouteLLM, ICLR 2025, arXiv 2406.18665 v4, Table 5; defined in
 * its Appendix C), on OpenAI's text-embedding-3-small. Another representation gives other levels: only the order of
 * benchmarks and the direction of changes compare.
 */
export const PUBLISHED_SIMILARITY: Readonly<Record<ComparedBenchmark, PublishedSimilarity>> = {
  "mt-bench": { arena: 0.6078, augmented: 0.6525, augmentation: "judge" },
  mmlu: { arena: 0.4823, augmented: 0.5678, augmentation: "golden" },
  gsm8k: { arena: 0.4926, augmented: 0.5335, augmentation: "judge" },
};
