import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { EndpointAnswer, EndpointRequest } from "./exchange";
import { SECURITY_HEADERS } from "./security-headers";

/** A request of node:http for the endpoint; whoever leaves before the answer is out aborts its signal. */
export function toEndpointRequest(incoming: IncomingMessage, outgoing: ServerResponse): EndpointRequest {
  const gone = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) gone.abort(new DOMException("The client has gone", "AbortError"));
  });
  return {
    // Whatever the path, this parses: routes are found by a path that they know.
    url: `http://localhost${incoming.url ?? "/"}`,
    signal: gone.signal,
    headers: {
      get(name) {
        const value = incoming.headers[name];
        return value === undefined ? null : String(value);
      },
    },
    // Reading no further must not close the connection, on which the answer is to go out.
    body: { [Symbol.asyncIterator]: () => incoming.iterator({ destroyOnReturn: false }) },
  };
}

/** A client that takes nothing of an answer for so long is cut off: it holds a place that others wait for. */
const LONGEST_UNREAD_MS = 60_000;

/** Writes an answer as fast as it is taken, and no faster. */
export async function sendAnswer(
  { status, headers, body, passOver = PASSED_OVER }: EndpointAnswer,
  {
    incoming,
    outgoing,
    unreadMs = LONGEST_UNREAD_MS,
  }: { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse; readonly unreadMs?: number },
): Promise<void> {
  if (outgoing.destroyed) {
    if (typeof body === "object") await body?.cancel();
    return;
  }
  if (typeof body === "string") {
    outgoing.writeHead(status, { ...SECURITY_HEADERS, ...headers, "Content-Length": Buffer.byteLength(body) });
    if (incoming.complete) {
      outgoing.end(body);
      return;
    }
    // The end comes last: it may close the connection, and a client that is still sending would not hear the answer.
    outgoing.write(body);
    await readOn(incoming, passOver);
    outgoing.end();
    return;
  }
  if (!incoming.complete) outgoing.once("finish", () => void readOn(incoming, passOver));
  outgoing.writeHead(status, { ...SECURITY_HEADERS, ...headers });
  if (body !== null) await sendStream(body, outgoing, unreadMs);
  outgoing.end();
}

async function sendStream(body: ReadableStream<Uint8Array>, outgoing: ServerResponse, unreadMs: number): Promise<void> {
  const reader = body.getReader();
  const leave = new AbortController();
  // Lets go of the model too, also while it is silent.
  outgoing.once("close", () => {
    leave.abort();
    reader.cancel().catch(() => undefined);
  });
  outgoing.flushHeaders();
  for (;;) {
    const { done, value } = await reader.read();
    if (done || outgoing.destroyed) return;
    if (outgoing.write(value)) continue;
    const limit = setTimeout(() => outgoing.destroy(), unreadMs);
    await once(outgoing, "drain", { signal: leave.signal }).catch(() => undefined);
    clearTimeout(limit);
  }
}

/** What a client goes on to send after it has been refused is passed over, but only so much of it, for so long. */
const PASSED_OVER = { bytes: 1_000_000, ms: 2_000 };

function readOn(incoming: IncomingMessage, most: { readonly bytes: number; readonly ms: number }): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0;
    const limit = setTimeout(() => incoming.destroy(), most.ms);
    incoming.on("data", (chunk: Uint8Array) => {
      bytes += chunk.length;
      if (bytes > most.bytes) incoming.destroy();
    });
    for (const end of ["end", "close"]) {
      incoming.once(end, () => {
        clearTimeout(limit);
        resolve();
      });
    }
    incoming.resume();
  });
}
