import { ANSWER_LIMITS, checkBytes } from "./answer-size";
import type { Protocol } from "./clean-usage";
import { cleanJson, createEventCleaner } from "./event-cleaner";

type Fetch = typeof globalThis.fetch;
type Bytes = TransformStream<Uint8Array, Uint8Array>;

/**
 * `fetch` for a provider, whose answers are data: a usage is made readable for the SDK (see cleanUsage), and an answer that
 * is too long is given up. Streams stay streams, an event after the other.
 * @returns a function as `fetch`; reading a body that is too long throws OverlongAnswer.
 */
export function createValidatedFetch(fetch: Fetch, protocol: Protocol): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.body === null) return response;
    const cleaner = !response.ok
      ? cutOff(ANSWER_LIMITS.errorBytes)
      : isStreamed(init?.body)
        ? createEventCleaner(protocol)
        : createJsonCleaner(protocol, isEmbedding(input) ? ANSWER_LIMITS.embeddingBytes : ANSWER_LIMITS.jsonBytes);
    const { status, statusText } = response;
    const headers = new Headers(response.headers);
    // Of the body as it came.
    headers.delete("content-length");
    return new Response(response.body.pipeThrough(cleaner), { status, statusText, headers });
  };
}

/** As the request asks: some servers give streams no type, or a wrong one. */
function isStreamed(body: unknown): boolean {
  if (typeof body !== "string" || !body.includes('"stream":true')) return false;
  const request: unknown = JSON.parse(body);
  return typeof request === "object" && request !== null && "stream" in request && request.stream === true;
}

const isEmbedding = (input: Parameters<Fetch>[0]): boolean =>
  (input instanceof Request ? input.url : String(input)).endsWith("/embeddings");

function createJsonCleaner(protocol: Protocol, most: number): Bytes {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  return new TransformStream({
    transform(part) {
      bytes += part.byteLength;
      checkBytes(bytes, most, "its answer");
      parts.push(part);
    },
    flush(controller) {
      const whole = Buffer.concat(parts);
      const cleaned = cleanJson(new TextDecoder().decode(whole), protocol);
      if (bytes > 0) controller.enqueue(cleaned === undefined ? whole : Buffer.from(cleaned));
    },
  });
}

/** The first bytes, and then the end. */
function cutOff(most: number): Bytes {
  let left = most;
  return new TransformStream({
    transform(part, controller) {
      controller.enqueue(part.subarray(0, left));
      left -= part.byteLength;
      if (left <= 0) controller.terminate();
    },
  });
}
