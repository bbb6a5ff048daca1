import type { LanguageModelV3StreamPart, LanguageModelV3Usage } from "@ai-sdk/provider";
import type { InferUIMessageChunk, UIMessage } from "ai";
import { RoutingError } from "@/lib/domain/routing-error";
import { findOversize } from "@/lib/gateway/answers/answer-size";
import type { GatewayModels } from "@/lib/gateway/gateway-models";
import { callCost } from "@/lib/gateway/model-prices";
import { sentenceFor } from "@/lib/http/answer-request";
import type { AnswerBill, AnswerNotes } from "@/lib/schemas/web/answer-notes";
import type { RoutingFacts } from "@/lib/schemas/web/routing-notes";

type Chunk = InferUIMessageChunk<UIMessage<AnswerNotes>>;

const toEvent = (chunk: Chunk): string => `data: ${JSON.stringify(chunk)}\n\n`;
const END = "data: [DONE]\n\n";

/**
 * A model's answer as the AI SDK's chat hooks read it, with its {@link AnswerNotes}. Made of the model's own parts: the
 * SDK's way from them to these events takes many times as long, on the thread that answers everybody.
 */
export function streamNotedAnswer(
  parts: ReadableStream<LanguageModelV3StreamPart>,
  { facts, models }: { readonly facts: RoutingFacts; readonly models: GatewayModels },
): ReadableStream<Uint8Array> {
  const reader = parts.getReader();
  const encoder = new TextEncoder();
  let begun = `${toEvent({ type: "start", messageMetadata: { facts } })}${toEvent({ type: "start-step" })}`;

  /** @returns the events of a part, and whether they are the last. */
  function eventsOf(part: LanguageModelV3StreamPart): { readonly text: string; readonly last: boolean } {
    if (part.type === "text-start" || part.type === "text-end") {
      return { text: toEvent({ type: part.type, id: part.id }), last: false };
    }
    if (part.type === "text-delta") {
      return { text: toEvent({ type: "text-delta", id: part.id, delta: part.delta }), last: false };
    }
    if (part.type === "error") throw part.error;
    if (part.type !== "finish") return { text: "", last: false };
    const messageMetadata = { facts, ...billOf(models, facts, part.usage) };
    const finish = toEvent({ type: "finish", finishReason: part.finishReason.unified, messageMetadata });
    return { text: `${toEvent({ type: "finish-step" })}${finish}${END}`, last: true };
  }

  /** The next events, several parts together where the first ones give none. */
  async function next(): Promise<{ readonly text: string; readonly last: boolean }> {
    for (;;) {
      const { done, value: part } = await reader.read();
      if (done) throw new Error("The answer has no end");
      const { text, last } = eventsOf(part);
      if (text !== "") return { text, last };
    }
  }

  /** Once the model has begun, what stops it is the provider's affair, and its words may hold what is not for the log. */
  const failureOf = (error: unknown): string =>
    error instanceof RoutingError
      ? sentenceFor(error)
      : `${facts.model} broke off in the middle of its answer${overlongReason(error)}.`;

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { text, last } = await next().catch((error: unknown) => ({
          ...{ text: `${toEvent({ type: "error", errorText: failureOf(error) })}${END}`, last: true },
        }));
        controller.enqueue(encoder.encode(begun + text));
        begun = "";
        if (!last) return;
        controller.close();
        await reader.cancel().catch(() => undefined);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

const overlongReason = (error: unknown): string => {
  const overlong = findOversize(error);
  return overlong === undefined ? "" : `: ${overlong.message}`;
};

/** What the tokens cost, here and at either model; nothing where the provider does not count them. */
function billOf(
  models: GatewayModels,
  { answeredBy }: RoutingFacts,
  { inputTokens: { total: input }, outputTokens: { total: output } }: LanguageModelV3Usage,
): { readonly bill?: AnswerBill } {
  if (input === undefined || output === undefined) return {};
  const tokens = { input, output };
  const [alwaysStrong, alwaysWeak] = [callCost(models.strong.price, tokens), callCost(models.weak.price, tokens)];
  const cost = answeredBy === "strong" ? alwaysStrong : alwaysWeak;
  return { bill: { inputTokens: input, outputTokens: output, cost, alwaysStrong, alwaysWeak } };
}
