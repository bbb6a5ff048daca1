import type { Choice } from "@/lib/domain/decide";

/** One of the two models, as the page knows it. */
export type ModelCard = {
  readonly id: string;
  readonly simulated: boolean;
  /** Dollars per million tokens. */
  readonly price: { readonly input: number; readonly output: number };
  /** Where the price is from and of when. */
  readonly priceSource: string;
};

export type Example = { readonly id: string; readonly title: string; readonly prompt: string };

/** What the server knows when the page opens. */
export type ChatData = {
  readonly models: Readonly<Record<Choice, ModelCard>>;
  /** Digest of the file of calibrations. */
  readonly calibrations: string;
  readonly examples: readonly Example[];
};
