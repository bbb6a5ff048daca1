import type { IncomingMessage } from "node:http";
import { OWN_REQUEST_HEADER } from "@/lib/domain/own-request";

/**
 * What the server decides by. Of two Node keeps the first or joins them, where a proxy on the way may have looked at the
 * last: the two would speak of different requests.
 */
const ONCE: ReadonlySet<string> = new Set([
  ...["authorization", "content-length", "content-type", "host", "origin", "referer", "sec-fetch-site"],
  ...["transfer-encoding", "user-agent", OWN_REQUEST_HEADER],
]);

/** @returns what is wrong with a request's headers in one sentence, or undefined. */
export function faultOfHeaders({ rawHeaders, headers }: Pick<IncomingMessage, "rawHeaders" | "headers">) {
  const seen = new Set<string>();
  // Names and values take turns.
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? "";
    const key = name.toLowerCase();
    if (ONCE.has(key) && seen.has(key)) return `The request has more than one header ${name}; send it once.`;
    seen.add(key);
  }
  const coding = headers["transfer-encoding"];
  if (coding === undefined || /^chunked$/i.test(coding)) return undefined;
  return "The body may be sent with Transfer-Encoding: chunked, and no other coding.";
}
