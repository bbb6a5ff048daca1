import "server-only";
import { randomUUID } from "node:crypto";
import type { LanguageModelV3, LanguageModelV3CallOptions, LanguageModelV3StreamPart } from "@ai-sdk/provider";
import { answerDollars } from "@/lib/gateway/answer-dollars";
import { toReadableStream } from "@/lib/gateway/readable-stream";
import type { RoutingDecision } from "@/lib/gateway/routed";
import type { RoutingScope } from "@/lib/gateway/routed-text";
import { fromRoutingHeaders } from "@/lib/gateway/routing-facts";
import type { RoutingFacts } from "@/lib/schemas/routing-facts";
import type { AnswerTokens } from "./chat-exchange";
import type { DecisionBook } from "./decision-book";
import { toDecisionRecord } from "./decision-record";
import type { Gateway } from "./gateway";

type End = { readonly tokens?: AnswerTokens | undefined; readonly error?: unknown; readonly cancelled: boolean };

/**
 * Records the decision of one streamed answer of the pages. The last part of the answer waits for it, so whoever has seen
 * the answer's end finds its decision, whatever happens to this process next.
 */
export function recordDecision(
  { models }: Pick<Gateway, "models">,
  { scope, decisions }: { readonly scope: RoutingScope; readonly decisions: DecisionBook },
) {
  const id = `chat-${randomUUID()}`;
  let decision: RoutingDecision | undefined;
  let facts: RoutingFacts | undefined;
  let providerSeconds: number | undefined;
  let isOver = false;

  async function end({ tokens, error, cancelled }: End): Promise<void> {
    if (isOver || decision === undefined) return;
    isOver = true;
    const answer =
      facts === undefined || tokens === undefined ? undefined : answerDollars(models, facts.answeredBy, tokens);
    await decisions.keep(
      toDecisionRecord({
        ...{ id, source: "chat", key: undefined, decision, scope, streamed: true, facts, tokens, answer },
        ...{ simulated: models.strong.simulated, providerSeconds, error, cancelled },
      }),
    );
  }

  async function* recorded(
    stream: ReadableStream<LanguageModelV3StreamPart>,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<LanguageModelV3StreamPart, void, void> {
    const reader = stream.getReader();
    let error: unknown;
    try {
      for (;;) {
        const { done, value: part } = await reader.read();
        if (done) return;
        if (part.type === "error") error = part.error;
        if (part.type === "finish") {
          const { inputTokens, outputTokens } = part.usage;
          await end({ tokens: countedTokens(inputTokens.total, outputTokens.total), error, cancelled: false });
        }
        yield part;
      }
    } catch (failure) {
      error = failure;
      throw failure;
    } finally {
      // Without its end: it broke off, or whoever read it went away.
      await end({ error, cancelled: error === undefined || signal?.aborted === true });
      await reader.cancel().catch(() => undefined);
    }
  }

  return {
    onDecision: (made: RoutingDecision): void => {
      decision = made;
    },
    around: (model: LanguageModelV3): LanguageModelV3 => ({
      specificationVersion: "v3",
      provider: model.provider,
      modelId: model.modelId,
      supportedUrls: model.supportedUrls,
      doGenerate: (call) => model.doGenerate(call),
      async doStream(call: LanguageModelV3CallOptions) {
        const start = performance.now();
        try {
          const result = await model.doStream(call);
          facts = fromRoutingHeaders(result.response?.headers, models);
          providerSeconds = Math.max(0, performance.now() - start - (decision?.routingMs ?? 0)) / 1000;
          return { ...result, stream: toReadableStream(recorded(result.stream, call.abortSignal)) };
        } catch (error) {
          await end({ error, cancelled: call.abortSignal?.aborted === true });
          throw error;
        }
      },
    }),
  };
}

const countedTokens = (input: number | undefined, output: number | undefined): AnswerTokens | undefined =>
  input === undefined || output === undefined ? undefined : { input, output, estimated: false };
