import "server-only";
import { type Logger, pino } from "pino";
import { type Admission, createAdmission } from "@/lib/gateway/admission";
import { createKeyRing, type KeyRing, type SpendingBook } from "@/lib/gateway/key-ring";
import { addSpending, readSpending } from "@/lib/storage/key-spending";
import { getDatabase } from "./database";
import { type DecisionBook, decisionBook } from "./decision-book";
import { createEndpointMetrics, type EndpointMetrics } from "./endpoint-metrics";
import { type EndpointSettings, readEndpointSettings } from "./env";
import { type Gateway, getGateway } from "./gateway";
import { keysAreNeeded } from "./listening";
import { perProcess } from "./once-per-process";

/** What all requests to /v1 share. */
export type Endpoint = {
  readonly gateway: () => Promise<Gateway>;
  readonly keys: KeyRing;
  readonly admission: Admission;
  readonly metrics: EndpointMetrics;
  readonly decisions: DecisionBook;
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
    book,
    decisions,
  }: { readonly gateway: () => Promise<Gateway>; readonly book: SpendingBook; readonly decisions: DecisionBook },
): Endpoint {
  const admission = createAdmission({
    maximumActive: settings.maximumConcurrent,
    maximumWaiting: settings.maximumWaiting,
    longestWaitMs: LONGEST_WAIT_MS,
  });
  return {
    gateway,
    keys: createKeyRing({ keys: settings.keys, book, needed: keysAreNeeded }),
    admission,
    metrics: createEndpointMetrics(admission, decisions),
    decisions,
    log: pino({ level: settings.logLevel, base: null }),
    maximumBodyBytes: settings.maximumBodyBytes,
  };
}

/** In the application's database, which instances can share. */
const savedBook: SpendingBook = {
  spent: async (key, month) => readSpending(await getDatabase(), { key, month }),
  add: async (key, month, dollars) => addSpending(await getDatabase(), { key, month, dollars }),
};

/** The endpoint of this process. @throws RoutingError naming the variable that is not as it should be. */
export const getEndpoint = perProcess("endpoint", () =>
  createEndpoint(readEndpointSettings(), { gateway: getGateway, book: savedBook, decisions: decisionBook() }),
);
