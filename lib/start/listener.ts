import type { IncomingMessage, Server, ServerOptions, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { addressOf, findVisitor } from "@/lib/access/find-visitor";
import { planListening } from "@/lib/access/listening";
import { requireRole, type Visitor, withVisitor } from "@/lib/access/visitor";
import { ERROR_CODES, RoutingError } from "@/lib/domain/routing-error";
import { roleFor } from "@/lib/http/allowed";
import { apiErrorAnswer } from "@/lib/http/api-error";
import { policyWithNonce } from "@/lib/http/content-security-policy";
import { type EndpointAnswer, jsonAnswer } from "@/lib/http/exchange";
import { refuseMalformed } from "@/lib/http/malformed-request";
import { sendAnswer, toEndpointRequest } from "@/lib/http/node-exchange";
import { type PageRequestOptions, refusePageRequest } from "@/lib/http/page-request-fault";
import { pathOf, type RequestCheck, requestChecks } from "@/lib/http/request-checks";
import { createStaticFiles, type StaticFiles } from "@/lib/http/static-files";
import { refuseUnreadable } from "@/lib/http/unreadable-request";
import { readAccessSettings } from "@/lib/runtime/access-settings";
import { describeUnexpectedError } from "@/lib/runtime/describe-unexpected-error";
import { readServerSettings } from "@/lib/runtime/env";
import { spendingLedger } from "@/lib/serving/booked-spending";
import { decisionLog } from "@/lib/serving/decision-log";
import { createKeptPages, isPlainVisit, type PageCache } from "./page-cache";
import { readPageState } from "./page-state";
import { ENDPOINT_ROUTES, type EndpointRoute } from "./served-routes";

/** Next's handler for the request: writes its answer to the client, or to what takes it instead. */
type Next = (to: ServerResponse) => Promise<void>;

/** What the server's own program, serve.mjs, needs of the build: the way to the endpoint that leaves Next out. */
export type Listener = {
  /** For how long connections are kept, and senders waited for. */
  readonly serverOptions: ServerOptions;
  /** Answers the request, or has `next` do it, for the visitor that it finds. */
  answer(incoming: IncomingMessage, outgoing: ServerResponse, next: Next): void;
  /** For what Node's parser gives up on (`clientError`): says so, unless an answer is under way there. */
  refuseUnreadable(error: Error, socket: Duplex): void;
  /** The addresses to listen on. @throws RoutingError that says what to set first. */
  plan(hostname: string | undefined): Promise<readonly string[]>;
  /** Takes no more connections, and resolves once all answers under way are out, or were cut off at the limit. */
  drain(servers: readonly Server[]): Promise<void>;
};

const SERVER_OPTIONS: ServerOptions = {
  /** Longer than proxies keep theirs (60 s is usual), or one would send into a connection that is just closing. */
  keepAliveTimeout: 65_000,
  headersTimeout: 15_000,
  /** The longest upload: 200 MB at 1 Mbit/s. What has stopped coming ends much sooner, in whoever reads it. */
  requestTimeout: 1_800_000,
  connectionsCheckingInterval: 5_000,
};
/** The longest that the body of a request which Next reads may take: a megabyte at most. */
const NEXT_BODY_MS = 60_000;
/** How often connections are looked for that have become idle. */
const LOOK_MS = 50;

type ListenerOptions = {
  readonly shutdownMs: number;
  /** Done after the last answer. */
  readonly atEnd?: () => Promise<void>;
  /** Each may refuse a request before anybody sees it. */
  readonly checks: readonly RequestCheck[];
  /** Looks at each request that is Next's, and gives what finds out who sends it. */
  readonly findVisitor: (incoming: IncomingMessage) => () => Promise<Visitor>;
  /** As in AccessSettings. */
  readonly isProxied?: boolean;
  readonly readRouterState: PageRequestOptions["readRouterState"];
  /** Answers visits to pages that it has kept. */
  readonly pages?: PageCache;
  /** Files of the build that need not be compressed anew. */
  readonly files?: StaticFiles;
};

export function createListener(
  routes: Readonly<Record<string, EndpointRoute>>,
  { shutdownMs, atEnd, checks, findVisitor, isProxied = false, readRouterState, pages, files }: ListenerOptions,
): Listener {
  const byName = new Map(Object.entries(routes));
  /** The last answer of each connection. */
  const answers = new WeakMap<Duplex, ServerResponse>();
  let draining = false;

  async function serve(route: EndpointRoute, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    try {
      const answer = await route(toEndpointRequest(incoming, outgoing)).catch((error: unknown) => {
        process.stderr.write(`${JSON.stringify(describeUnexpectedError(error))}\n`);
        return apiErrorAnswer(error);
      });
      await sendAnswer(answer, { incoming, outgoing });
    } catch {
      // In the middle of an answer: the client is to see that it has no end.
      outgoing.destroy();
    }
  }

  async function leaveToNext(
    { incoming, outgoing }: { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse },
    next: Next,
  ): Promise<void> {
    const refused = refusePageRequest(incoming, { readRouterState, log: (line) => process.stderr.write(line) });
    if (refused !== undefined) {
      await sendAnswer(refused, { incoming, outgoing });
      return;
    }
    let render = () => next(outgoing);
    // Not in a proxy.ts of Next's: with one, Next keeps every body in memory and cuts it off at 10 MB without a word.
    if (!isFile(incoming.url)) {
      const { nonce, policy } = policyWithNonce();
      incoming.headers["content-security-policy"] = policy;
      outgoing.setHeader("Content-Security-Policy", policy);
      if (pages !== undefined && isPlainVisit(incoming)) {
        render = () => pages.answer({ incoming, outgoing, nonce, render: next });
      }
    } else {
      const send = files?.find(incoming);
      if (send !== undefined) render = () => send(outgoing);
    }
    endSlowBody(incoming);
    try {
      await render();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      outgoing.destroy();
    }
  }

  return {
    serverOptions: SERVER_OPTIONS,
    answer(incoming, outgoing, next) {
      answers.set(incoming.socket, outgoing);
      if (draining) outgoing.setHeader("Connection", "close");
      const refused = refuseMalformed(incoming);
      if (refused !== undefined) {
        void sendAnswer(refused, { incoming, outgoing });
        return;
      }
      const path = pathOf(incoming);
      try {
        for (const check of checks) check(incoming);
      } catch (error) {
        void serve(async () => refusalAnswer(path, error), incoming, outgoing);
        return;
      }
      const name = `${incoming.method} ${path}`;
      const route = byName.get(name);
      const answer = (): void =>
        void (route === undefined
          ? leaveToNext({ incoming, outgoing }, next)
          : serve(forRole(name, route), incoming, outgoing));
      withVisitor(findVisitor(incoming), answer, addressOf(incoming, { isProxied }));
    },
    refuseUnreadable: (error, socket) => refuseUnreadable(error, socket, answers.get(socket)),
    plan: (hostname) => planListening(hostname, (sentence) => process.stderr.write(`${sentence}\n`)),
    async drain(servers) {
      draining = true;
      const each = (act: (server: Server) => void) => () => servers.forEach(act);
      const look = setInterval(
        each((server) => server.closeIdleConnections()),
        LOOK_MS,
      );
      const limit = setTimeout(
        each((server) => server.closeAllConnections()),
        shutdownMs,
      );
      await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
      clearInterval(look);
      clearTimeout(limit);
      await atEnd?.();
    },
  };
}

/** Files are no documents. */
const isFile = (url = ""): boolean => /^\/(_next|artifacts|measurements)\//.test(url);

function endSlowBody(incoming: IncomingMessage): void {
  if (incoming.method === "GET" || incoming.method === "HEAD") return;
  const limit = setTimeout(() => {
    if (!incoming.complete) incoming.destroy();
  }, NEXT_BODY_MS);
  for (const end of ["end", "close"]) incoming.once(end, () => clearTimeout(limit));
}

/** In the words of those who ask there: programs at the endpoint, pages elsewhere. */
function refusalAnswer(path: string, error: unknown): EndpointAnswer {
  if (path.startsWith("/v1/") || !(error instanceof RoutingError)) return apiErrorAnswer(error);
  const { message, code } = error;
  return jsonAnswer({ message }, { status: ERROR_CODES[code].httpStatus, headers: { "Cache-Control": "no-store" } });
}

/** A route that takes a role answers those who have it; keys are the route's own business. */
function forRole(name: string, route: EndpointRoute): EndpointRoute {
  const role = roleFor(name);
  if (role === undefined) return route;
  return (request) =>
    requireRole(role).then(
      () => route(request),
      (error) => refusalAnswer(name, error),
    );
}

const KEY = Symbol.for("routellm.listener");
const shared: typeof globalThis & { [KEY]?: (listener: Listener) => void } = globalThis;

/** Hands the listener to serve.mjs, which waits for it; nothing of a build can be imported from outside it. */
export function publishListener(next: Pick<PageRequestOptions, "readRouterState">): void {
  const access = readAccessSettings();
  shared[KEY]?.(
    createListener(ENDPOINT_ROUTES, {
      ...readServerSettings(),
      ...next,
      checks: requestChecks(access),
      findVisitor,
      isProxied: access.isProxied,
      pages: createKeptPages(readPageState),
      files: createStaticFiles(".next/static"),
      async atEnd() {
        await spendingLedger().close();
        await decisionLog().close();
      },
    }),
  );
}
