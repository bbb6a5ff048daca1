/** `mmlu-audited` is MMLU without high_school_mathematics, whose recorded answers are broken (see README). */
export const BENCHMARK_IDS = ["mmlu", "mmlu-audited", "gsm8k", "mt-bench"] as const;

export type BenchmarkId = (typeof BENCHMARK_IDS)[number];

export const isBenchmarkId = (value: string): value is BenchmarkId => BENCHMARK_IDS.some((id) => id === value);

/** The MMLU subject whose published outcomes come from a faulty answer extraction: never trained on, audited out. */
export const BROKEN_SUBJECT = "high_school_mathematics";

/** Names and score units for people. `maximum` and `minimum` bound the benchmark's own score. */
export const BENCHMARK_INFO: Readonly<
  Record<
    BenchmarkId,
    {
      readonly label: string;
      readonly unit: "accuracy" | "judge score";
      readonly minimum: number;
      readonly maximum: number;
    }
  >
> = {
  mmlu: { label: "MMLU", unit: "accuracy", minimum: 0, maximum: 1 },
  "mmlu-audited": { label: "MMLU audited", unit: "accuracy", minimum: 0, maximum: 1 },
  gsm8k: { label: "GSM8K", unit: "accuracy", minimum: 0, maximum: 1 },
  "mt-bench": { label: "MT-Bench", unit: "judge score", minimum: 1, maximum: 10 },
};

/** What the explorer can open: the benchmarks, and two tables of other models' outcomes. */
export const VIEW_IDS = [...BENCHMARK_IDS, "mmlu-pro", "math"] as const;

export type ViewId = (typeof VIEW_IDS)[number];

export const isViewId = (value: string): value is ViewId => VIEW_IDS.some((id) => id === value);

export const VIEW_INFO: Readonly<Record<ViewId, (typeof BENCHMARK_INFO)[BenchmarkId]>> = {
  ...BENCHMARK_INFO,
  "mmlu-pro": { label: "MMLU-Pro", unit: "accuracy", minimum: 0, maximum: 1 },
  math: { label: "MATH", unit: "accuracy", minimum: 0, maximum: 1 },
};

/** One question's outcome under both models, in the benchmark's own unit. */
export type BenchmarkRecord = {
  readonly id: string;
  readonly category: string;
  readonly strong: number;
  readonly weak: number;
};
