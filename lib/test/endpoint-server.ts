import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { LanguageModelV3 } from "@ai-sdk/provider";
import { ANONYMOUS } from "@/lib/access/visitor";
import type { Choice } from "@/lib/domain/decide";
import { parseModelName } from "@/lib/domain/model-name";
import { RoutingError } from "@/lib/domain/routing-error";
import { toWinRate } from "@/lib/domain/win-rate";
import { completeChat } from "@/lib/endpoint/complete-chat";
import { createEndpoint, type Endpoint } from "@/lib/endpoint/endpoint";
import type { GatewayModels } from "@/lib/gateway/gateway-models";
import { meteredModel } from "@/lib/gateway/metered-model";
import { routed } from "@/lib/gateway/routed";
import { createSimulatedModel } from "@/lib/gateway/simulated-model";
import { createSpendingLedger, type SpendingLedger, type SpendingStore } from "@/lib/gateway/spending-ledger";
import { type RequestCheck, requestChecks } from "@/lib/http/request-checks";
import type { EndpointSettings } from "@/lib/runtime/env";
import type { ApiKey } from "@/lib/schemas/settings/api-key-settings";
import { currentPurse } from "@/lib/serving/current-purse";
import type { DecisionLog } from "@/lib/serving/decision-log";
import { createListener, type Listener } from "@/lib/start/listener";
import type { EndpointRoute } from "@/lib/start/served-routes";

export type FixtureOptions = Partial<EndpointSettings> & {
  readonly keys?: readonly ApiKey[];
  readonly models?: Partial<Record<Choice, LanguageModelV3>>;
  readonly paceMs?: number;
  readonly decisions?: DecisionLog;
  readonly book?: SpendingStore;
  /** In place of one that keeps the book. */
  readonly ledger?: SpendingLedger;
};

/** Keeps its sums in memory, as the database would. */
function createMemoryBook() {
  const sums = new Map<string, { dollars: number; setAside: number }>();
  const sumOf = (account: string, month: string) => {
    const entry = `${account} ${month}`;
    const sum = sums.get(entry) ?? { dollars: 0, setAside: 0 };
    sums.set(entry, sum);
    return sum;
  };
  const book: SpendingStore = {
    async setAside(account, month, { dollars, limit }) {
      const sum = sumOf(account, month);
      if (sum.dollars + sum.setAside + dollars > limit) return false;
      sum.setAside += dollars;
      return true;
    },
    async book(account, month, { spent, released }) {
      const sum = sumOf(account, month);
      sum.dollars += spent;
      sum.setAside = Math.max(0, sum.setAside - released);
    },
  };
  return { book, sums };
}

/** An endpoint for tests: a router that sends what is called hard to strong, and simulated models, or others. */
export function createTestEndpoint({
  models = {},
  paceMs = 0,
  decisions,
  book = createMemoryBook().book,
  ledger = createSpendingLedger({ book, onTrouble: () => undefined }),
  ...settings
}: FixtureOptions = {}): Endpoint {
  const model = (choice: Choice): GatewayModels[Choice] => {
    const price = choice === "strong" ? { input: 10, output: 30 } : { input: 1, output: 3 };
    const asked = models[choice] ?? createSimulatedModel({ choice, pace: { firstMs: paceMs, wordMs: paceMs } });
    return {
      id: models[choice] === undefined ? `simulated/${choice}` : `test/${choice}`,
      languageModel: meteredModel({ model: asked, price, purse: currentPurse }),
      price,
      simulated: models[choice] === undefined,
    };
  };
  const both = { strong: model("strong"), weak: model("weak") };
  const route = async (name: ReturnType<typeof parseModelName>, options = {}) =>
    routed({
      ...options,
      threshold: name.threshold,
      models: both,
      router: {
        id: name.router,
        scoreBatch: async (prompts) => prompts.map((prompt) => toWinRate(prompt.includes("hard") ? 0.8 : 0.2)),
      },
    });
  return createEndpoint(
    {
      ...{ keys: [], logLevel: "silent", maximumBodyBytes: 100_000, maximumConcurrent: 50, maximumWaiting: 50 },
      ...{ person: { requestsPerMinute: undefined, dollarsPerMonth: undefined }, longestAnswer: 500 },
      ...settings,
    },
    {
      gateway: async () => ({
        models: both,
        route,
        open: async (name, options) => {
          if (name.startsWith("router-")) return route(parseModelName(name), options);
          throw new RoutingError({ code: "not_found", parameter: "model", message: `There is no model ${name}.` });
        },
      }),
      ledger,
      decisions: decisions ?? { keep: async () => undefined, stored: 0, lost: 0, waiting: 0 },
    },
  );
}

/** A server that runs as long as a test. */
export type TestServer = { readonly url: string; readonly server: Server; stop(): Promise<void> };

/** Serves routes through the listener of the real server; what that leaves to Next is not there. */
export async function serveRoutes(
  routes: Readonly<Record<string, EndpointRoute>>,
  {
    shutdownMs = 60_000,
    checks = requestChecks({ hosts: [] }),
  }: { readonly shutdownMs?: number; readonly checks?: readonly RequestCheck[] } = {},
): Promise<TestServer & { readonly listener: Listener }> {
  const listener = createListener(routes, {
    ...{ shutdownMs, checks, findVisitor: () => async () => ANONYMOUS, readRouterState: JSON.parse },
  });
  const server = createServer((incoming, outgoing) => {
    listener.answer(incoming, outgoing, async () => {
      outgoing.writeHead(404).end("Next's");
    });
  });
  server.on("clientError", listener.refuseUnreadable);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("expected a TCP address");
  return {
    ...{ listener, server, url: `http://127.0.0.1:${address.port}` },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Serves an endpoint to real clients. */
export const serveEndpoint = (endpoint: Endpoint): Promise<TestServer> =>
  serveRoutes({ "POST /v1/chat/completions": (request) => completeChat(request, endpoint) });
