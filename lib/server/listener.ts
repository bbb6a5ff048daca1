import "server-only";
import type { IncomingMessage, Server, ServerOptions, ServerResponse } from "node:http";
import { apiErrorAnswer } from "./api-error";
import { describeUnforeseen } from "./describe-unforeseen";
import { ENDPOINT_ROUTES, type EndpointRoute } from "./endpoint-routes";
import { readServerSettings } from "./env";
import { findVisitor } from "./find-visitor";
import { refuseMalformed } from "./malformed-request";
import { sendAnswer, toEndpointRequest } from "./node-exchange";
import { type Visitor, withVisitor } from "./visitor";

/** What the server's own program, serve.mjs, needs of the build: the way to the endpoint that leaves Next out. */
export type Listener = {
  /** For how long connections are kept, and senders waited for. */
  readonly serverOptions: ServerOptions;
  /** Answers the request, or has `next` do it, Next's handler, for the visitor that it finds. */
  answer(incoming: IncomingMessage, outgoing: ServerResponse, next: () => Promise<void>): void;
  /** Takes no more connections, and resolves once all answers under way are out, or were cut off at the limit. */
  drain(server: Server): Promise<void>;
};

const SERVER_OPTIONS: ServerOptions = {
  /** Longer than proxies keep theirs (60 s is usual), or one would send into a connection that is just closing. */
  keepAliveTimeout: 65_000,
  headersTimeout: 15_000,
  /** For a file on a slow line; all other bodies have a shorter time of their own (read-body.ts). */
  requestTimeout: 900_000,
  connectionsCheckingInterval: 5_000,
};
/** How often connections are looked for that have become idle. */
const LOOK_MS = 50;

/**
 * @param options.findVisitor looks at each request that is Next's, and gives what finds out who sends it.
 */
export function createListener(
  routes: Readonly<Record<string, EndpointRoute>>,
  {
    shutdownMs,
    findVisitor,
  }: { readonly shutdownMs: number; readonly findVisitor: (incoming: IncomingMessage) => () => Promise<Visitor> },
): Listener {
  const byName = new Map(Object.entries(routes));
  let draining = false;

  async function serve(route: EndpointRoute, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    try {
      const answer = await route(toEndpointRequest(incoming, outgoing)).catch((error: unknown) => {
        process.stderr.write(`${JSON.stringify(describeUnforeseen(error))}\n`);
        return apiErrorAnswer(error);
      });
      await sendAnswer(answer, { incoming, outgoing });
    } catch {
      // In the middle of an answer: the client is to see that it has no end.
      outgoing.destroy();
    }
  }

  async function leaveToNext(outgoing: ServerResponse, next: () => Promise<void>): Promise<void> {
    try {
      await next();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      outgoing.destroy();
    }
  }

  return {
    serverOptions: SERVER_OPTIONS,
    answer(incoming, outgoing, next) {
      if (draining) outgoing.setHeader("Connection", "close");
      const refused = refuseMalformed(incoming);
      if (refused !== undefined) return void sendAnswer(refused, { incoming, outgoing });
      const { method, url = "" } = incoming;
      const query = url.indexOf("?");
      const route = byName.get(`${method} ${query === -1 ? url : url.slice(0, query)}`);
      if (route !== undefined) void serve(route, incoming, outgoing);
      else withVisitor(findVisitor(incoming), () => void leaveToNext(outgoing, next));
    },
    async drain(server) {
      draining = true;
      const look = setInterval(() => server.closeIdleConnections(), LOOK_MS);
      const limit = setTimeout(() => server.closeAllConnections(), shutdownMs);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      clearInterval(look);
      clearTimeout(limit);
    },
  };
}

const KEY = Symbol.for("routellm.listener");
const shared: typeof globalThis & { [KEY]?: (listener: Listener) => void } = globalThis;

/** Hands the listener to serve.mjs, which waits for it; nothing of a build can be imported from outside it. */
export function publishListener(): void {
  shared[KEY]?.(createListener(ENDPOINT_ROUTES, { ...readServerSettings(), findVisitor }));
}
