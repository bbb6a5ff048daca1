/** The two models a router chooses between, by canonical name. */
export type ModelPair = { readonly strong: string; readonly weak: string };

/** The paper's pair; every shipped figure is for it unless it says otherwise. */
export const PAPER_PAIR: ModelPair = { strong: "gpt-4-1106-preview", weak: "mixtral-8x7b-instruct-v0.1" };
