/** Routers trained or built here, in the order in which every list shows them: learned ones first, baselines last. */
export const ROUTER_IDS = ["sw_ranking", "mf", "bert", "causal_llm", "length", "random"] as const;

export type RouterId = (typeof ROUTER_IDS)[number];

export const isRouterId = (value: string): value is RouterId => ROUTER_IDS.some((id) => id === value);

/** Names and one-sentence explanations for people. `baseline` marks the two that learn nothing from battles. */
export const ROUTER_INFO: Readonly<
  Record<RouterId, { readonly label: string; readonly baseline: boolean; readonly summary: string }>
> = {
  sw_ranking: {
    label: "SW ranking",
    baseline: false,
    summary: "Looks up the most similar known battles and rates the two models on them (weighted Bradley–Terry).",
  },
  mf: {
    label: "Matrix factorization",
    baseline: false,
    summary: "Scores each model as a product of a learned model vector and the prompt's embedding.",
  },
  bert: {
    label: "BERT",
    baseline: false,
    summary: "A small transformer reads the whole prompt and says how likely the strong model wins, ties or loses.",
  },
  causal_llm: {
    label: "Causal LLM",
    baseline: false,
    summary: "A small language model rates the weak model's answer from 1 to 5; the win rate is 1 − P(4 or 5).",
  },
  length: {
    label: "Prompt length",
    baseline: true,
    summary: "Baseline: the longer the prompt, the likelier the strong model; nothing else is looked at.",
  },
  random: {
    label: "Random",
    baseline: true,
    summary: "Baseline: a fixed draw for each prompt, blind to what it says.",
  },
};
