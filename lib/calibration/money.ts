/** What one model charges, in dollars per million tokens. */
export type TokenPrice = { readonly inputPerMillion: number; readonly outputPerMillion: number };

/** A price with the model that has it, where it is from in words, and of when; `asOf` is null where somebody gave it. */
export type PricedModel = TokenPrice & {
  readonly model: string;
  readonly source: string;
  readonly asOf: string | null;
};

/** The two models that are routed between. */
export type PricedModels = { readonly strong: PricedModel; readonly weak: PricedModel };

/** Everything that turns a share of strong calls into money. */
export type MoneyModel = {
  readonly strong: TokenPrice;
  readonly weak: TokenPrice;
  /** Average tokens of a request and of its answer. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly promptsPerMonth: number;
};

/**
 * The paper's unit costs and token counts (RouteLLM, ICLR 2025, appendix on cost): one blended price a model, $24.7 and
 * $0.24 per million tokens, 95 input and 264 output tokens. The volume is a round number to start from.
 */
export const DEFAULT_MONEY: MoneyModel = {
  strong: { inputPerMillion: 24.7, outputPerMillion: 24.7 },
  weak: { inputPerMillion: 0.24, outputPerMillion: 0.24 },
  inputTokens: 95,
  outputTokens: 264,
  promptsPerMonth: 100_000,
};

/** One price for prompt and answer alike that a call of these lengths costs the same at, per million tokens. */
export function blendedPrice(
  { inputPerMillion, outputPerMillion }: TokenPrice,
  { promptTokens, answerTokens }: { readonly promptTokens: number; readonly answerTokens: number },
): number {
  if (inputPerMillion === outputPerMillion) return inputPerMillion;
  return (inputPerMillion * promptTokens + outputPerMillion * answerTokens) / (promptTokens + answerTokens);
}

/** Dollars for one request: input tokens × input price + output tokens × output price. */
export function requestCost(
  price: TokenPrice,
  { inputTokens, outputTokens }: Pick<MoneyModel, "inputTokens" | "outputTokens">,
): number {
  return (inputTokens * price.inputPerMillion + outputTokens * price.outputPerMillion) / 1e6;
}

/** Expected dollars a prompt when `strongShare` of them go to the strong model. */
export function costPerPrompt(money: MoneyModel, strongShare: number): number {
  return strongShare * requestCost(money.strong, money) + (1 - strongShare) * requestCost(money.weak, money);
}

/** Expected dollars a month. */
export function monthlyCost(money: MoneyModel, strongShare: number): number {
  return money.promptsPerMonth * costPerPrompt(money, strongShare);
}

/**
 * The largest share of strong calls whose monthly cost is within `budget` dollars: the inverse of {@link monthlyCost},
 * capped at 1.
 *
 * @returns null if the budget pays for no share at all, not even for every prompt at the cheaper model.
 */
export function shareForBudget(money: MoneyModel, budget: number): number | null {
  const allStrong = monthlyCost(money, 1);
  const allWeak = monthlyCost(money, 0);
  if (budget >= allStrong) return 1;
  if (!(budget >= allWeak)) return null;
  return (budget - allWeak) / (allStrong - allWeak);
}
