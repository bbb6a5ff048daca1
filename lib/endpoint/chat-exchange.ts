import { RoutingError } from "@/lib/domain/routing-error";
import { answerDollars } from "@/lib/gateway/answer-dollars";
import type { GatewayModels } from "@/lib/gateway/gateway-models";
import { estimateTokens } from "@/lib/gateway/highest-cost";
import type { Caller } from "@/lib/gateway/key-ring";
import type { RoutingDecision, UnreadAnswer } from "@/lib/gateway/routed";
import type { RoutingScope } from "@/lib/gateway/routed-text";
import { CLIENT_GONE, toApiError } from "@/lib/http/api-error";
import { describeUnexpectedError } from "@/lib/runtime/describe-unexpected-error";
import type { DecisionRecord } from "@/lib/schemas/web/decision";
import type { RoutingFacts } from "@/lib/schemas/web/routing-notes";
import { type AnswerTokens, toDecisionRecord } from "./decision-record";
import type { Endpoint } from "./endpoint";
import type { EndedRequest } from "./endpoint-metrics";

/** How far a request has come; what is not there yet is absent. */
type Progress = {
  readonly caller?: Caller;
  /** Gives its place among those that are answered back. */
  readonly leave?: () => void;
  readonly asked?: {
    readonly scope: RoutingScope;
    readonly streamed: boolean;
    readonly models: GatewayModels;
    readonly promptCharacters: number;
  };
  /** What is made of this is stored, whatever becomes of the request. */
  readonly decision?: RoutingDecision;
  /** What came is paid for, and of no use. */
  readonly unread?: UnreadAnswer;
  readonly routed?: { readonly facts: RoutingFacts; readonly models: GatewayModels };
  readonly provider?: NonNullable<EndedRequest["provider"]>;
};

/** What the log calls it. */
const LINE: Readonly<Record<DecisionRecord["source"], string>> = { endpoint: "chat completion", chat: "chat answer" };

/** One request from its arrival to its end, whichever that is: what it held is given back and counted exactly once. */
export type ChatExchange = {
  reach(progress: Progress): void;
  /**
   * Only the first end counts.
   * @param end.tokens of the answer, or of the part of it that was sent.
   * @returns once its decision is stored, for which the end of the answer waits: whoever has all of it finds the decision.
   */
  end(end: { readonly tokens?: AnswerTokens; readonly error?: unknown }): Promise<void>;
};

/** @param request.signal aborted once the client has gone. */
export function beginExchange(
  { metrics, log, decisions }: Pick<Endpoint, "metrics" | "log" | "decisions">,
  {
    id,
    signal,
    source = "endpoint",
  }: { readonly id: string; readonly signal: AbortSignal; readonly source?: DecisionRecord["source"] },
): ChatExchange {
  const start = performance.now();
  let progress: Progress = {};
  let ended = false;
  return {
    reach(further) {
      progress = { ...progress, ...further };
    },
    async end({ tokens: counted, error }) {
      if (ended) return;
      ended = true;
      const { caller, leave, asked, decision, unread, provider } = progress;
      leave?.();
      const status = signal.aborted ? CLIENT_GONE : error === undefined ? 200 : toApiError(error).status;
      const unseen =
        progress.routed !== undefined
          ? undefined
          : unread !== undefined
            ? estimateUnread(asked, unread)
            : signal.aborted
              ? assumeAsked(asked, decision)
              : undefined;
      const routed = progress.routed ?? unseen?.routed;
      const tokens = counted ?? unseen?.tokens;
      const answer = routed === undefined || tokens === undefined ? undefined : costOf(routed, tokens);
      metrics.ended({ source, status, facts: routed?.facts, answer, provider });
      const ms = Math.round(performance.now() - start);
      const line = { id, key: caller?.name, status, ms, ...routed?.facts, ...answer, estimated: tokens?.estimated };
      if (error === undefined || signal.aborted) log.info(line, LINE[source]);
      else if (!(error instanceof RoutingError))
        log.error({ ...line, ...describeUnexpectedError(error) }, "unforeseen");
      // Not its message: a provider's may quote the prompt.
      else log[status >= 500 ? "warn" : "info"]({ ...line, code: error.code, parameter: error.parameter }, "refused");
      if (decision === undefined || asked === undefined) return;
      await decisions.keep(
        toDecisionRecord({
          ...{
            id,
            source,
            key: caller?.name,
            decision,
            ...{ scope: asked.scope, streamed: asked.streamed, simulated: asked.models.strong.simulated },
            facts: routed?.facts,
            tokens,
            answer,
            error,
          },
          ...{ providerSeconds: provider?.seconds, cancelled: signal.aborted },
        }),
      );
    },
  };
}

/** Whoever hung up before the first word has a model at work all the same: it has read the question, if no more. */
function assumeAsked(
  asked: Progress["asked"],
  decision: RoutingDecision | undefined,
): { readonly routed: NonNullable<Progress["routed"]>; readonly tokens: AnswerTokens } | undefined {
  if (asked === undefined || decision === undefined) return undefined;
  const { models, promptCharacters } = asked;
  const { id: model, simulated } = models[decision.choice];
  return {
    routed: { models, facts: { ...decision, answeredBy: decision.choice, model, simulated } },
    tokens: { input: estimateTokens(promptCharacters), output: 0, estimated: true },
  };
}

/** An answer that cannot be used was paid for like any other; how much of it was text, nobody knows. */
const estimateUnread = (
  asked: Progress["asked"],
  { facts, characters }: UnreadAnswer,
): { readonly routed: NonNullable<Progress["routed"]>; readonly tokens: AnswerTokens } | undefined =>
  asked && {
    routed: { models: asked.models, facts },
    tokens: { input: estimateTokens(asked.promptCharacters), output: estimateTokens(characters), estimated: true },
  };

function costOf(
  { facts, models }: NonNullable<Progress["routed"]>,
  tokens: AnswerTokens,
): NonNullable<EndedRequest["answer"]> {
  return {
    inputTokens: tokens.input,
    outputTokens: tokens.output,
    estimated: tokens.estimated,
    ...answerDollars(models, facts.answeredBy, tokens),
  };
}
