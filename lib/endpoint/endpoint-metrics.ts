import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Choice } from "@/lib/domain/decide";
import type { Admission } from "@/lib/gateway/admission";
import type { DecisionRecord } from "@/lib/schemas/web/decision";
import type { RoutingFacts } from "@/lib/schemas/web/routing-notes";
import type { DecisionLog } from "@/lib/serving/decision-log";

/** How one request ended. */
export type EndedRequest = {
  readonly source: DecisionRecord["source"];
  /** What the client was told, or would have been: a stream that breaks off has begun as 200 and counts as its failure. */
  readonly status: number;
  /** Undefined where it never came to a choice. */
  readonly facts: RoutingFacts | undefined;
  /** Undefined where nobody answered. */
  readonly answer:
    | {
        readonly inputTokens: number;
        readonly outputTokens: number;
        readonly dollars: number;
        /** Nobody counted its tokens: it was cancelled or broke off. */
        readonly estimated: boolean;
        /** What the strong model would have cost for as many tokens. */
        readonly strongDollars: number;
      }
    | undefined;
  /** Until the whole answer, or the first part of a streamed one; without routing. */
  readonly provider: { readonly seconds: number; readonly until: "first" | "whole" } | undefined;
};

export type EndpointMetrics = {
  ended(request: EndedRequest): void;
  /** Dollars of a call that no request for an answer made, such as a test of the connection. */
  paid(call: { readonly answeredBy: Choice; readonly simulated: boolean; readonly dollars: number }): void;
  /** In the text format of Prometheus. */
  text(): Promise<{ readonly body: string; readonly contentType: string }>;
};

const tenths = Array.from({ length: 10 }, (_, index) => (index + 1) / 10);
const ROUTING_SECONDS = [0.0001, 0.00025, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.1, 1];
const PROVIDER_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

/**
 * Metrics of this process, in a registry of their own. Every label has a handful of values that this program knows: no
 * model name, key or prompt of a client can add a series.
 */
export function createEndpointMetrics(
  admission: Pick<Admission, "active" | "waiting">,
  decisions: Pick<DecisionLog, "stored" | "lost" | "waiting">,
): EndpointMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    ...{ name: "routellm_requests_total", help: "Requests to /v1/chat/completions by how they ended." },
    ...{ labelNames: ["router", "choice", "status"], registers },
  });
  const winRates = new Histogram({
    ...{ name: "routellm_win_rate", help: "Win rates of the strong model, as requests were routed." },
    ...{ labelNames: ["router"], buckets: tenths, registers },
  });
  const routing = new Histogram({
    ...{ name: "routellm_routing_seconds", help: "Time to score a request and decide." },
    ...{ labelNames: ["router"], buckets: ROUTING_SECONDS, registers },
  });
  const provider = new Histogram({
    ...{ name: "routellm_provider_seconds", help: "Time of a model to its whole answer, or to its first part." },
    ...{ labelNames: ["answered_by", "until"], buckets: PROVIDER_SECONDS, registers },
  });
  const tokens = new Counter({
    ...{ name: "routellm_tokens_total", help: "Tokens of prompts and answers." },
    ...{ labelNames: ["answered_by", "direction", "simulated"], registers },
  });
  const dollars = new Counter({
    ...{ name: "routellm_cost_dollars_total", help: "Dollars that answers cost at the prices that are configured." },
    ...{ labelNames: ["answered_by", "simulated"], registers },
  });
  const bySource = new Counter({
    name: "routellm_source_dollars_total",
    help: "The same dollars by where they were spent (endpoint, chat), and whether they are an estimate.",
    ...{ labelNames: ["source", "estimated", "simulated"], registers },
  });
  const pageAnswers = new Counter({
    ...{ name: "routellm_page_answers_total", help: "Answers that the pages asked for, by how they ended." },
    ...{ labelNames: ["router", "choice", "status"], registers },
  });
  const saved = new Gauge({
    name: "routellm_saved_dollars",
    help: "Dollars less than if the strong model had answered everything, with as many tokens; can fall.",
    ...{ labelNames: ["simulated"], registers },
  });
  const fallbacks = new Counter({
    ...{ name: "routellm_fallbacks_total", help: "Answers of the other model, since the chosen one failed." },
    ...{ labelNames: ["choice"], registers },
  });
  new Gauge({
    ...{ name: "routellm_requests_in_progress", help: "Requests that are being answered, or wait for their turn." },
    ...{ labelNames: ["state"], registers },
    collect() {
      this.set({ state: "active" }, admission.active);
      this.set({ state: "waiting" }, admission.waiting);
    },
  });
  new Counter({
    ...{ name: "routellm_decisions_total", help: "Decisions of /v1 and /chat: stored, or lost to a failing database." },
    ...{ labelNames: ["state"], registers },
    collect() {
      this.reset();
      this.inc({ state: "stored" }, decisions.stored);
      this.inc({ state: "lost" }, decisions.lost);
    },
  });
  new Gauge({
    ...{ name: "routellm_decisions_waiting", help: "Decisions that wait for a database which does not take them." },
    registers,
    collect() {
      this.set(decisions.waiting);
    },
  });

  return {
    ended({ source, status, facts, answer, provider: took }) {
      (source === "endpoint" ? requests : pageAnswers).inc({
        router: facts?.router ?? "none",
        choice: facts?.choice ?? "none",
        status,
      });
      if (facts === undefined) return;
      const { router, choice, answeredBy, winRate, routingMs } = facts;
      winRates.observe({ router }, winRate);
      routing.observe({ router }, routingMs / 1000);
      if (answeredBy !== choice) fallbacks.inc({ choice });
      if (took !== undefined) provider.observe({ answered_by: answeredBy, until: took.until }, took.seconds);
      if (answer === undefined) return;
      const simulated = String(facts.simulated);
      tokens.inc({ answered_by: answeredBy, direction: "input", simulated }, answer.inputTokens);
      tokens.inc({ answered_by: answeredBy, direction: "output", simulated }, answer.outputTokens);
      dollars.inc({ answered_by: answeredBy, simulated }, answer.dollars);
      bySource.inc({ source, estimated: String(answer.estimated), simulated }, answer.dollars);
      saved.inc({ simulated }, answer.strongDollars - answer.dollars);
    },
    paid({ answeredBy, simulated, dollars: paid }) {
      dollars.inc({ answered_by: answeredBy, simulated: String(simulated) }, paid);
      bySource.inc({ source: "chat", estimated: "false", simulated: String(simulated) }, paid);
    },
    text: async () => ({ body: await registry.metrics(), contentType: registry.contentType }),
  };
}
