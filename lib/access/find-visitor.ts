import type { IncomingMessage } from "node:http";
import { readAccessSettings } from "@/lib/runtime/access-settings";
import { comesFromThisMachine } from "./loopback";
import { findSignedIn } from "./sign-in";
import { ANONYMOUS, LOCAL, type Visitor } from "./visitor";

/**
 * Looks at a request as it came: Next adds headers of its own to it, such as proxies do.
 * @returns what finds out who sends it.
 */
export function findVisitor(incoming: IncomingMessage): () => Promise<Visitor> {
  const { socket, headers } = incoming;
  const isLocal = comesFromThisMachine({ address: socket.remoteAddress, host: headers.host, headers });
  const { cookie } = headers;
  return async () => {
    if (cookie !== undefined) {
      const signedIn = await findSignedIn(cookie).catch(nobody);
      if (signedIn !== undefined) return signedIn;
    }
    return isLocal && readAccessSettings().password === undefined ? LOCAL : ANONYMOUS;
  };
}

/** Without the database the pages go on, for viewers. */
function nobody(error: unknown): undefined {
  process.stderr.write(`Who is signed in cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
}

/**
 * What limits on attempts count by: the connection's address, and behind a proxy the last one that the proxy names. From a
 * client itself that header is anything, a new one for each attempt.
 */
export function addressOf(
  {
    socket,
    headers,
  }: Pick<IncomingMessage, "headers"> & { readonly socket: { readonly remoteAddress?: string | undefined } },
  { isProxied }: { readonly isProxied: boolean },
): string {
  const last = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return (isProxied ? last : undefined) || (socket.remoteAddress ?? "");
}
