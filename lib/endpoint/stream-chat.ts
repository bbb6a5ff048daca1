import type { LanguageModelV3StreamPart, LanguageModelV3Usage } from "@ai-sdk/provider";
import { RoutingError } from "@/lib/domain/routing-error";
import { findOversize } from "@/lib/gateway/answers/answer-size";
import { createChunker, toEvent } from "@/lib/gateway/chat-chunks";
import type { CompletionHead } from "@/lib/gateway/chat-completion";
import { toApiError } from "@/lib/http/api-error";
import { countTokens, withCounts } from "./count-tokens";
import type { AnswerTokens } from "./decision-record";

/** How a streamed answer ended. */
export type StreamEnd = { readonly tokens: AnswerTokens; readonly error?: unknown };

/**
 * A model's answer as server-sent events. What fails on the way is the last event, since the status has been sent; only an
 * answer that is whole ends with `[DONE]`.
 *
 * @param options.promptCharacters for the estimate of tokens where the answer is not read to its end.
 * @param options.over is told once how it ended; `cancelled` where the client went away. The last event waits for it.
 */
export function streamChat(options: {
  readonly parts: ReadableStream<LanguageModelV3StreamPart>;
  readonly head: CompletionHead;
  readonly includeUsage: boolean;
  readonly promptCharacters: number;
  readonly over: (end: StreamEnd & { readonly cancelled: boolean }) => Promise<void>;
}): ReadableStream<Uint8Array> {
  const { parts, head, includeUsage, promptCharacters, over } = options;
  const reader = parts.getReader();
  const toChunks = createChunker(head, includeUsage);
  const encoder = new TextEncoder();
  let usage: LanguageModelV3Usage | undefined;
  let sentCharacters = 0;
  let isOver = false;
  let isCancelled = false;

  async function finish(end: { readonly error?: unknown; readonly cancelled: boolean }): Promise<void> {
    if (isOver) return;
    isOver = true;
    await over({ ...end, tokens: countTokens(usage, { promptCharacters, sentCharacters }) });
  }

  /** The next events, several parts together where the first ones give none. */
  async function nextEvents(): Promise<{ readonly text: string; readonly last: boolean }> {
    for (;;) {
      const { done, value: part } = await reader.read();
      if (done) throw brokenOff();
      if (part.type === "error") throw part.error;
      if ("delta" in part) sentCharacters += part.delta.length;
      if (part.type === "finish") {
        usage = part.usage;
        const counted = withCounts(usage, countTokens(usage, { promptCharacters, sentCharacters }));
        const text = toChunks({ ...part, usage: counted })
          .map(toEvent)
          .join("");
        return { text: text + toEvent("[DONE]"), last: true };
      }
      const text = toChunks(part).map(toEvent).join("");
      if (text !== "") return { text, last: false };
    }
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { text, last } = await nextEvents();
          if (last) await finish({ cancelled: false });
          // Who hung up meanwhile is sent nothing more.
          if (!isCancelled) controller.enqueue(encoder.encode(text));
          if (!last) return;
        } catch (cause) {
          const error = toStreamError(cause);
          await finish({ error, cancelled: false });
          if (!isCancelled) controller.enqueue(encoder.encode(toEvent({ error: toApiError(error).error })));
        }
        if (!isCancelled) controller.close();
        await reader.cancel().catch(() => undefined);
      },
      // Also reached where nobody ever began to read.
      async cancel(reason) {
        isCancelled = true;
        const recorded = finish({ cancelled: true });
        await reader.cancel(reason).catch(() => undefined);
        await recorded;
      },
    },
    { highWaterMark: 0 },
  );
}

const brokenOff = (): RoutingError =>
  new RoutingError({
    ...{ code: "incomplete", parameter: "model" },
    message: "The model broke off in the middle of its answer; what was sent is all there is.",
  });

/** Providers' own words are not handed on: they may hold anything. */
function toStreamError(cause: unknown): RoutingError {
  if (cause instanceof RoutingError) return cause;
  const overlong = findOversize(cause);
  if (overlong !== undefined) {
    const message = `The model's answer was cut off: ${overlong.message}; what was sent is all there is.`;
    return new RoutingError({ code: "unreadable", parameter: "model", message });
  }
  if (!(cause instanceof Error) || cause.name !== "TimeoutError") return brokenOff();
  return new RoutingError({
    ...{ code: "timed_out", parameter: "model" },
    message: "The model fell silent in the middle of its answer; what was sent is all there is.",
  });
}
