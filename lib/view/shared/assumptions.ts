import { DEFAULT_MONEY } from "@/lib/calibration/money";

/** What a sum of dollars depends on beside prices: how long calls are, and how many. */
export type Assumptions = {
  /** Tokens of a mean prompt and of a mean answer. */
  readonly promptTokens: number;
  readonly answerTokens: number;
  readonly promptsPerMonth: number;
};

/** The paper's lengths, and a round number of prompts to start from. */
export const DEFAULT_ASSUMPTIONS: Assumptions = {
  promptTokens: DEFAULT_MONEY.inputTokens,
  answerTokens: DEFAULT_MONEY.outputTokens,
  promptsPerMonth: DEFAULT_MONEY.promptsPerMonth,
};

/** Prices that were typed in, in dollars per million tokens, prompt and answer alike; undefined where none was. */
export type TypedPrices = { readonly strong?: number | undefined; readonly weak?: number | undefined };

export type MoneyField = keyof Assumptions | keyof TypedPrices;

/** Bounds of what may be entered, inclusive. */
export const MONEY_BOUNDS: Readonly<Record<MoneyField, { readonly minimum: number; readonly maximum: number }>> = {
  strong: { minimum: 0, maximum: 10_000 },
  weak: { minimum: 0, maximum: 10_000 },
  promptTokens: { minimum: 1, maximum: 1_000_000 },
  answerTokens: { minimum: 0, maximum: 1_000_000 },
  promptsPerMonth: { minimum: 1, maximum: 1e12 },
};

const isWithin = (field: MoneyField, value: unknown): value is number =>
  typeof value === "number" && value >= MONEY_BOUNDS[field].minimum && value <= MONEY_BOUNDS[field].maximum;

/** A plain decimal within the field's bounds; null for anything else, as an address may hold. */
export function parseMoneyField(field: MoneyField, text: string): number | null {
  if (!/^(\d+(\.\d*)?|\.\d+)$/.test(text)) return null;
  const value = Number(text);
  return isWithin(field, value) ? value : null;
}

const fieldsOf = (stored: unknown): Readonly<Record<string, unknown>> =>
  typeof stored === "object" && stored !== null ? { ...stored } : {};

/** Reads stored assumptions field by field: one that is missing or out of bounds gets its default. */
export function toAssumptions(stored: unknown): Assumptions {
  const fields = fieldsOf(stored);
  const read = (field: keyof Assumptions): number => {
    const value = fields[field];
    return isWithin(field, value) ? value : DEFAULT_ASSUMPTIONS[field];
  };
  return {
    promptTokens: read("promptTokens"),
    answerTokens: read("answerTokens"),
    promptsPerMonth: read("promptsPerMonth"),
  };
}

/** Reads stored prices field by field: one that is missing or out of bounds was not typed in. */
export function toTypedPrices(stored: unknown): TypedPrices {
  const fields = fieldsOf(stored);
  const [strong, weak] = [fields.strong, fields.weak];
  return {
    ...(isWithin("strong", strong) ? { strong } : {}),
    ...(isWithin("weak", weak) ? { weak } : {}),
  };
}
