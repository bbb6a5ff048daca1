import { DefaultChatTransport, type UIMessageChunk } from "ai";
import type { ChatRequest } from "@/lib/schemas/web/page-chat-request";
import { type ChatMessage, textOf } from "./chat-message";

/** How the next answer is to be routed. */
export type AnswerSettings = Omit<ChatRequest, "messages">;

const UNREACHABLE = "The server cannot be reached. Check the connection and try again.";
const CUT_OFF = "The answer broke off before its end, so nothing of it was kept.";

/** Sends what the server's schema takes, and reports every failure with one sentence: the server's, or one of these. */
class AnswerTransport extends DefaultChatTransport<ChatMessage> {
  constructor() {
    super({
      api: "/chat/answers",
      prepareSendMessagesRequest: ({ messages, body }) => ({
        body: { ...body, messages: messages.map((message) => ({ role: message.role, content: textOf(message) })) },
      }),
      fetch: askServer,
    });
  }

  /** A stream that ends without saying so was cut off on its way. */
  protected override processResponseStream(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
    let ended = false;
    return super.processResponseStream(stream).pipeThrough(
      new TransformStream<UIMessageChunk, UIMessageChunk>({
        transform(chunk, controller) {
          ended ||= chunk.type === "finish" || chunk.type === "error" || chunk.type === "abort";
          controller.enqueue(chunk);
        },
        flush(controller) {
          if (!ended) controller.error(new Error(CUT_OFF));
        },
      }),
    );
  }
}

async function askServer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init).catch((error: unknown) => {
    if (init?.signal?.aborted === true) throw error;
    throw new Error(UNREACHABLE);
  });
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => undefined);
  const says = typeof body === "object" && body !== null && "message" in body ? body.message : undefined;
  throw new Error(typeof says === "string" ? says : `The server answered ${response.status}. Try again in a moment.`);
}

export const answerTransport = new AnswerTransport();

/** The sentence for a failed answer; what the browser itself says of a broken connection helps nobody. */
export const failureInWords = (error: Error): string => (error instanceof TypeError ? CUT_OFF : error.message);
