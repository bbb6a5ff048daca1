import "server-only";
import type { IncomingMessage } from "node:http";
import { comesFromThisMachine } from "./loopback";
import { ANONYMOUS, LOCAL, type Visitor } from "./visitor";

/**
 * Looks at a request as it came: Next adds headers of its own to it, such as proxies do.
 * @returns what finds out who sends it.
 */
export function findVisitor(incoming: IncomingMessage): () => Promise<Visitor> {
  const { socket, headers } = incoming;
  const isLocal = comesFromThisMachine({ address: socket.remoteAddress, host: headers.host, headers });
  return async () => (isLocal ? LOCAL : ANONYMOUS);
}
