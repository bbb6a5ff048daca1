import type { DecisionRecord } from "@/lib/schemas/web/decision";
import { type CsvCell, toCsvRow } from "@/lib/view/shared/csv";

export const DECISION_FORMATS = ["csv", "jsonl"] as const;
export type DecisionFormat = (typeof DECISION_FORMATS)[number];

const COLUMNS = [
  ...(["id", "savedAt", "source", "router", "threshold", "winRate", "choice", "reason", "scope", "streamed"] as const),
  ...(["outcome", "error", "answeredBy", "model", "simulated", "inputTokens", "outputTokens"] as const),
  ...(["tokensEstimated", "dollars", "strongDollars", "routingMs", "providerMs"] as const),
];

/**
 * Decisions in pieces of text, without the names of keys: the pages, unlike /v1, ask for none. A line of `jsonl` is also
 * one of an own calibration sample.
 */
export async function* exportDecisions(
  decisions: AsyncIterable<DecisionRecord>,
  format: DecisionFormat,
): AsyncGenerator<string, void, void> {
  if (format === "csv") yield toCsvRow(COLUMNS);
  for await (const decision of decisions) {
    if (format === "csv") yield toCsvRow(COLUMNS.map((column) => toCell(decision[column])));
    else yield `${JSON.stringify(Object.fromEntries(COLUMNS.map((column) => [column, decision[column]])))}\n`;
  }
}

const toCell = (value: string | number | boolean | null): CsvCell =>
  typeof value === "boolean" ? String(value) : value;
