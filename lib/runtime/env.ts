import { resolve } from "node:path";
import type { AccountLimits } from "@/lib/gateway/key-ring";
import type { ProviderSettings } from "@/lib/gateway/providers";
import type { ApiKey } from "@/lib/schemas/settings/api-key-settings";
import type { LOG_LEVELS } from "@/lib/schemas/settings/environment";
import type { DatabaseSettings } from "@/lib/storage/database/open-database";
import type { UploadQuota } from "@/lib/storage/upload-quota";
import { readEnvironment } from "./read-environment";

export type Env = {
  /** Absolute; whether anything is there is for the reader to find out. */
  readonly dataDirectory: string;
  /** Absolute. */
  readonly artifactsDirectory: string;
  /** Absolute; what people save and bring. Made by whoever first writes there. */
  readonly stateDirectory: string;
};

/** Relative folders count from the working directory, which is the repository's root for everything that npm starts. */
export function readEnv(): Env {
  const { ROUTELLM_DATA, ROUTELLM_ARTIFACTS, ROUTELLM_STATE } = readEnvironment();
  return {
    // The comments keep Next's file tracer from taking these for reads of the whole project.
    dataDirectory: resolve(/* turbopackIgnore: true */ ROUTELLM_DATA ?? "../shared/data"),
    artifactsDirectory: resolve(/* turbopackIgnore: true */ ROUTELLM_ARTIFACTS ?? "public/artifacts"),
    stateDirectory: resolve(/* turbopackIgnore: true */ ROUTELLM_STATE ?? ".routellm"),
  };
}

/** Where saved things are kept: a file in the state folder, unless `DATABASE_URL` names a server. Holds a secret. */
export function readDatabaseSettings(): DatabaseSettings {
  const { DATABASE_URL, DATABASE_AUTH_TOKEN } = readEnvironment();
  if (DATABASE_URL !== undefined) return { kind: "server", url: DATABASE_URL, authToken: DATABASE_AUTH_TOKEN };
  return { kind: "file", path: resolve(/* turbopackIgnore: true */ readEnv().stateDirectory, "routellm.db") };
}

/** Summed up in a fraction of a second, in some tens of megabytes. */
const DEFAULT_DECISIONS_KEPT = 100_000;

/** How many decisions are kept, the newest ones; 0 for none. */
export const readDecisionsKept = (): number => readEnvironment().ROUTELLM_DECISIONS_KEPT ?? DEFAULT_DECISIONS_KEPT;

/** Redis for the chunks of scoring runs, if they are not scored by this server itself; may hold a password. */
export const readRedisUrl = (): string | undefined => readEnvironment().REDIS_URL;

/** What the providers of language models need to be called; holds secrets: for lib/gateway/providers and nobody else. */
export function readProviderSettings(): ProviderSettings {
  const environment = readEnvironment();
  return {
    openaiApiKey: environment.OPENAI_API_KEY,
    anthropicApiKey: environment.ANTHROPIC_API_KEY,
    compatibleBaseUrl: environment.OPENAI_COMPATIBLE_BASE_URL,
    compatibleApiKey: environment.OPENAI_COMPATIBLE_API_KEY,
  };
}

/** How /v1 takes requests. */
export type EndpointSettings = {
  /** Empty where everybody may use it. */
  readonly keys: readonly ApiKey[];
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly maximumBodyBytes: number;
  readonly maximumConcurrent: number;
  readonly maximumWaiting: number;
  /** Of each person on the pages. */
  readonly person: AccountLimits;
  /** Tokens of an answer that a budget pays for, where the request gives no limit. */
  readonly longestAnswer: number;
};

/** @throws RoutingError naming the variable that is not as it should be. */
export function readEndpointSettings(): EndpointSettings {
  const environment = readEnvironment();
  return {
    keys: environment.ROUTELLM_API_KEYS,
    logLevel: environment.ROUTELLM_LOG_LEVEL ?? "warn",
    // Some pictures, as data addresses.
    maximumBodyBytes: environment.ROUTELLM_MAX_BODY_BYTES ?? 8_000_000,
    // Nearly all of them only wait for a provider.
    maximumConcurrent: environment.ROUTELLM_MAX_CONCURRENT ?? 256,
    maximumWaiting: environment.ROUTELLM_MAX_WAITING ?? 1024,
    person: {
      requestsPerMinute: environment.ROUTELLM_PERSON_RPM,
      dollarsPerMonth: environment.ROUTELLM_PERSON_USD,
    },
    longestAnswer: environment.ROUTELLM_MAX_OUTPUT_TOKENS ?? 4096,
  };
}

/** Enough for some files of the largest size, a person and in all. */
const DEFAULT_QUOTA_MB = { person: 1_000, all: 10_000 };
const QUOTA_FILES = { person: 100, all: 1_000 };

/** How much may lie in the folder of uploads. */
export function readUploadQuota(): UploadQuota {
  const environment = readEnvironment();
  const room = (megabytes: number, files: number) => ({ bytes: megabytes * 1e6, files });
  return {
    person: room(environment.ROUTELLM_UPLOAD_QUOTA_MB ?? DEFAULT_QUOTA_MB.person, QUOTA_FILES.person),
    all: room(environment.ROUTELLM_UPLOADS_TOTAL_MB ?? DEFAULT_QUOTA_MB.all, QUOTA_FILES.all),
  };
}

/** For the server's own program: within the half minute that Kubernetes grants. */
const DEFAULT_SHUTDOWN_MS = 25_000;

/** @throws RoutingError naming the variable that is not as it should be. */
export function readServerSettings(): { readonly shutdownMs: number } {
  return { shutdownMs: readEnvironment().ROUTELLM_SHUTDOWN_MS ?? DEFAULT_SHUTDOWN_MS };
}
