import "server-only";
import type { IncomingMessage } from "node:http";
import { type EndpointAnswer, jsonAnswer } from "./endpoint-exchange";

/** Everything that a page or a route of this app is asked with. */
const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * What no page or route can answer, and Next would fail on: other methods, targets that are no path (`*`, a whole address)
 * and paths whose percent-encoding does not decode.
 * @returns the refusal, or undefined where the request is well formed.
 */
export function refuseMalformed({ method = "", url = "" }: Pick<IncomingMessage, "method" | "url">) {
  if (!METHODS.has(method)) {
    const allowed = [...METHODS].join(", ");
    return refusal(url, 405, `This server knows no method ${method}; it takes ${allowed}.`, { Allow: allowed });
  }
  if (!url.startsWith("/")) return refusal(url, 400, "The request must ask for a path, such as /chat.");
  if (!isDecodable(url.split("?", 1)[0] ?? "")) {
    return refusal(url, 400, "The path holds a % that begins no percent-encoded UTF-8; write % itself as %25.");
  }
  return undefined;
}

/** NUL ends names of files in the system's eyes, so that it can stand in no path either. */
function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

/** In OpenAI's envelope below /v1, as the pages' routes fail elsewhere. */
function refusal(url: string, status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
  const error = { message, type: "invalid_request_error", param: null, code: null };
  const document = url.startsWith("/v1/") ? { error } : { message };
  return jsonAnswer(document, {
    status,
    headers: { "Cache-Control": "no-store", ...headers },
  }) satisfies EndpointAnswer;
}
