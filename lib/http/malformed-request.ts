import type { IncomingMessage } from "node:http";
import type { EndpointAnswer } from "./exchange";
import { faultOfHeaders } from "./malformed-headers";
import { refusal } from "./refusal";

/** Everything that a page or a route of this app is asked with. */
const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Longer than any path of this app; longer names than the system's fail in whatever looks for a file. */
const LONGEST_PATH = 1_000;

/**
 * What no page or route can answer, and Next would fail on or read in another way than a proxy before it: other methods,
 * targets that are no path (`*`, a whole address), paths that do not decode, are too long or hold control characters or
 * steps (`..`), and headers that contradict each other.
 * @returns the refusal, or undefined where the request is well formed.
 */
export function refuseMalformed(
  incoming: Pick<IncomingMessage, "method" | "url" | "headers" | "rawHeaders">,
): EndpointAnswer | undefined {
  const { method = "", url = "" } = incoming;
  if (!METHODS.has(method)) {
    const allowed = [...METHODS].join(", ");
    return refusal(url, 405, `This server knows no method ${method}; it takes ${allowed}.`, { Allow: allowed });
  }
  if (!url.startsWith("/")) return refusal(url, 400, "The request must ask for a path, such as /chat.");
  const path = url.split("?", 1)[0] ?? "";
  if (path.length > LONGEST_PATH) {
    return refusal(url, 414, `The path is longer than the ${LONGEST_PATH} characters that this server reads.`);
  }
  const fault = faultOfPath(path);
  if (fault !== undefined) return refusal(url, 400, fault);
  const contradiction = faultOfHeaders(incoming);
  // Where the next request on this connection begins may be a matter of opinion.
  if (contradiction !== undefined) return refusal(url, 400, contradiction, { Connection: "close" });
  return undefined;
}

/** @returns what is wrong in one sentence, or undefined. */
function faultOfPath(path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return "The path holds a % that begins no percent-encoded UTF-8; write % itself as %25.";
  }
  // NUL ends names of files in the system's eyes, and line ends those of entries in logs.
  if (/\p{Cc}/u.test(decoded)) return "The path holds a control character, percent-encoded or not; leave it out.";
  if (decoded.split(/[/\\]/).some((step) => step === "." || step === "..")) {
    return "The path holds . or .. as a step; write the path that it leads to.";
  }
  return undefined;
}
