import type { ModelPair } from "./model-pair";

/** Tables of questions that many models answered: any two of a table's models are a pair. */
export const PAIR_TABLE_IDS = ["mmlu-pro", "gsm8k", "math"] as const;

export type PairTableId = (typeof PAIR_TABLE_IDS)[number];

export const isPairTableId = (value: string): value is PairTableId => PAIR_TABLE_IDS.some((id) => id === value);

/** `golden`: the data folder's file. `pair`: shown unless another is chosen, by the table's own names of the models. */
export const PAIR_TABLE_INFO: Readonly<
  Record<PairTableId, { readonly label: string; readonly golden: string; readonly pair: ModelPair }>
> = {
  "mmlu-pro": {
    label: "MMLU-Pro",
    golden: "mmlu-pro",
    pair: { strong: "Meta-Llama-3_1-70B-Instruct", weak: "Meta-Llama-3_1-8B-Instruct" },
  },
  gsm8k: {
    label: "GSM8K",
    golden: "gsm8k-44-models",
    pair: { strong: "Meta-Llama-3.1-70B-Instruct", weak: "Meta-Llama-3.1-8B-Instruct" },
  },
  math: {
    label: "MATH",
    golden: "math-6-models",
    pair: { strong: "internlm2_5-20b-chat", weak: "Llama-3.1-8B-Instruct" },
  },
};
