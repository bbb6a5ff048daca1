import { RoutingError } from "@/lib/domain/routing-error";
import type { RoutingDecision } from "@/lib/gateway/routed";
import type { RoutingScope } from "@/lib/gateway/routed-text";
import { type DecisionRecord, UNEXPECTED_ERROR } from "@/lib/schemas/web/decision";
import type { RoutingFacts } from "@/lib/schemas/web/routing-notes";

/** Tokens of an answer; estimated where a provider did not come to count them. */
export type AnswerTokens = { readonly input: number; readonly output: number; readonly estimated: boolean };

/** What is stored of a request that has ended; taken field by field, so that nothing else slips in. */
export function toDecisionRecord(ended: {
  readonly id: string;
  readonly source: DecisionRecord["source"];
  readonly key: string | undefined;
  readonly decision: RoutingDecision;
  readonly scope: RoutingScope;
  readonly streamed: boolean;
  readonly simulated: boolean;
  /** Undefined where no model came to its first word. */
  readonly facts: RoutingFacts | undefined;
  readonly tokens: AnswerTokens | undefined;
  readonly answer: { readonly dollars: number; readonly strongDollars: number } | undefined;
  readonly providerSeconds: number | undefined;
  readonly error: unknown;
  readonly cancelled: boolean;
}): DecisionRecord {
  const { id, source, decision, scope, streamed, facts, tokens, answer, error, cancelled } = ended;
  const { router, threshold, winRate, choice, reason, routingMs } = decision;
  const failed = !cancelled && error !== undefined;
  return {
    ...{ id, savedAt: new Date().toISOString(), source, key: ended.key ?? null },
    ...{ router, threshold, winRate, choice, reason, scope, streamed },
    outcome: cancelled ? "cancelled" : failed ? "failed" : "answered",
    error: failed ? (error instanceof RoutingError ? error.code : UNEXPECTED_ERROR) : null,
    answeredBy: facts?.answeredBy ?? null,
    model: facts?.model ?? null,
    simulated: facts?.simulated ?? ended.simulated,
    inputTokens: tokens?.input ?? null,
    outputTokens: tokens?.output ?? null,
    tokensEstimated: tokens?.estimated ?? null,
    dollars: answer?.dollars ?? null,
    strongDollars: answer?.strongDollars ?? null,
    routingMs,
    providerMs: ended.providerSeconds === undefined ? null : ended.providerSeconds * 1000,
  };
}
