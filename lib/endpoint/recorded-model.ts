import type { LanguageModelV3, LanguageModelV3CallOptions, LanguageModelV3StreamPart } from "@ai-sdk/provider";
import { soundUsage } from "@/lib/gateway/answers/sound-usage";
import type { GatewayModels } from "@/lib/gateway/gateway-models";
import { estimateTokens, likelyInputTokens } from "@/lib/gateway/highest-cost";
import { fromRoutingHeaders } from "@/lib/gateway/routing-facts";
import type { ChatExchange } from "./chat-exchange";
import type { AnswerTokens } from "./decision-record";

type Parts = ReadableStream<LanguageModelV3StreamPart>;

/**
 * A routed model for one streamed answer of the pages, which reports to its exchange. The last part of the answer waits
 * for the record of its decision, so whoever has seen the answer's end finds it, whatever happens to this process next.
 */
export function recordedModel(
  model: LanguageModelV3,
  { exchange, models }: { readonly exchange: ChatExchange; readonly models: GatewayModels },
): LanguageModelV3 {
  /** A part at a time, as it is asked for. */
  function recorded(stream: Parts, call: LanguageModelV3CallOptions): Parts {
    const reader = stream.getReader();
    let said = 0;
    const estimated = (): AnswerTokens => ({
      ...{ input: likelyInputTokens(call), output: estimateTokens(said), estimated: true },
    });
    // Also where nobody ever begins to read.
    call.abortSignal?.addEventListener("abort", () => void exchange.end({ tokens: estimated() }), { once: true });
    return new ReadableStream<LanguageModelV3StreamPart>(
      {
        async pull(controller) {
          try {
            const { done, value: part } = await reader.read();
            if (!done && "delta" in part) said += part.delta.length;
            // Without its end: it broke off.
            if (done) await exchange.end({ tokens: estimated(), error: new Error("The answer has no end") });
            else if (part.type === "error") await exchange.end({ tokens: estimated(), error: part.error });
            else if (part.type === "finish") {
              const { inputTokens, outputTokens } = soundUsage(part.usage);
              await exchange.end({ tokens: countedTokens(inputTokens.total, outputTokens.total) ?? estimated() });
            }
            if (done) controller.close();
            else controller.enqueue(part);
          } catch (error) {
            await exchange.end({ tokens: estimated(), error });
            controller.error(error);
          }
        },
        async cancel(reason) {
          await exchange.end({ tokens: estimated() });
          await reader.cancel(reason);
        },
      },
      { highWaterMark: 0 },
    );
  }

  return {
    specificationVersion: "v3",
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    doGenerate: (call) => model.doGenerate(call),
    async doStream(call) {
      const start = performance.now();
      try {
        const result = await model.doStream(call);
        const facts = fromRoutingHeaders(result.response?.headers, models);
        if (facts === undefined) throw new TypeError("A routed answer came without its facts");
        const seconds = Math.max(0, performance.now() - start - facts.routingMs) / 1000;
        exchange.reach({ routed: { facts, models }, provider: { seconds, until: "first" } });
        return { ...result, stream: recorded(result.stream, call) };
      } catch (error) {
        await exchange.end({ error });
        throw error;
      }
    },
  };
}

const countedTokens = (input: number | undefined, output: number | undefined): AnswerTokens | undefined =>
  input === undefined || output === undefined ? undefined : { input, output, estimated: false };
