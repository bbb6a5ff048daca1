/** Routers trained or built here, in the order in which every list shows them: learned ones first, baselines last. */
export const ROUTER_IDS = ["sw_ranking", "mf", "length", "random"] as const;

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
