import type { DecisionRecord } from "@/lib/schemas/web/decision";

/** A decision for the strong model, answered by it, unless told otherwise. */
export const sampleDecision = (id: string, change: Partial<DecisionRecord> = {}): DecisionRecord => ({
  ...{ id, savedAt: "2026-11-23T00:00:00.000Z", source: "endpoint", key: null, router: "mf" },
  ...{ threshold: 0.5, winRate: 0.75, choice: "strong", reason: "routed", scope: "turn", streamed: false },
  ...{ outcome: "answered", error: null, answeredBy: "strong", model: "simulated/strong", simulated: true },
  ...{ inputTokens: 7, outputTokens: 2, tokensEstimated: false, dollars: 0.25, strongDollars: 0.25 },
  ...{ routingMs: 0.5, providerMs: 2, ...change },
});
