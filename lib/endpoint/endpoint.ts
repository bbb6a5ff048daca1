import { type Logger, pino } from "pino";
import { keyDirectory } from "@/lib/access/key-management";
import { keysAreNeeded } from "@/lib/access/listening";
import { type Admission, createAdmission } from "@/lib/gateway/admission";
import { createKeyRing, type KeyRing, type KeySource } from "@/lib/gateway/key-ring";
import { createRequestRate, type RequestRate } from "@/lib/gateway/request-rate";
import type { SpendingLedger } from "@/lib/gateway/spending-ledger";
import { readAccessSettings } from "@/lib/runtime/access-settings";
import { type EndpointSettings, readEndpointSettings, readRedisUrl } from "@/lib/runtime/env";
import { perProcess } from "@/lib/runtime/once-per-process";
import { spendingLedger } from "@/lib/serving/booked-spending";
import { type DecisionLog, decisionLog } from "@/lib/serving/decision-log";
import { type Gateway, getGateway } from "@/lib/serving/gateway";
import { createPersonBudgets, type PersonBudgets } from "@/lib/serving/person-budgets";
import { createEndpointMetrics, type EndpointMetrics } from "./endpoint-metrics";
import { createRedisRequestRate } from "./redis-request-rate";

/** What all requests for answers share, those to /v1 and those of the pages. */
export type Endpoint = {
  readonly gateway: () => Promise<Gateway>;
  readonly keys: KeyRing;
  /** For requests of the pages. */
  readonly persons: PersonBudgets;
  readonly admission: Admission;
  readonly metrics: EndpointMetrics;
  readonly decisions: DecisionLog;
  /** Never given a prompt, an answer or a key. */
  readonly log: Logger;
  readonly maximumBodyBytes: number;
};

/** Clients give up on a first byte at about this time. */
const LONGEST_WAIT_MS = 30_000;

export function createEndpoint(
  settings: EndpointSettings,
  {
    gateway,
    ledger,
    otherKeys,
    rate = createRequestRate(),
    decisions,
  }: {
    readonly gateway: () => Promise<Gateway>;
    readonly ledger: SpendingLedger;
    /** Beside those of the settings. */
    readonly otherKeys?: KeySource;
    readonly rate?: RequestRate;
    readonly decisions: DecisionLog;
  },
): Endpoint {
  const admission = createAdmission({
    maximumActive: settings.maximumConcurrent,
    maximumWaiting: settings.maximumWaiting,
    longestWaitMs: LONGEST_WAIT_MS,
  });
  const { insistOnKeys } = readAccessSettings();
  const counting = { ledger, rate, longestAnswer: settings.longestAnswer };
  return {
    gateway,
    keys: createKeyRing({
      keys: settings.keys,
      needed: () => keysAreNeeded(insistOnKeys),
      ...counting,
      ...(otherKeys && { others: otherKeys }),
    }),
    persons: createPersonBudgets(settings.person, counting),
    admission,
    metrics: createEndpointMetrics(admission, decisions),
    decisions,
    log: pino({ level: settings.logLevel, base: null }),
    maximumBodyBytes: settings.maximumBodyBytes,
  };
}

/** For all instances together where they have a Redis in common. */
function requestRate(): RequestRate {
  const url = readRedisUrl();
  return url === undefined ? createRequestRate() : createRedisRequestRate(url);
}

/** The endpoint of this process. @throws RoutingError naming the variable that is not as it should be. */
export const getEndpoint = perProcess("endpoint", () =>
  createEndpoint(readEndpointSettings(), {
    gateway: getGateway,
    ledger: spendingLedger(),
    otherKeys: keyDirectory(),
    rate: requestRate(),
    decisions: decisionLog(),
  }),
);
