import "server-only";
import { resolve } from "node:path";
import type { Choice } from "@/lib/domain/decide";
import { RoutingError } from "@/lib/domain/routing-error";
import type { AccountLimits } from "@/lib/gateway/key-ring";
import type { ModelPrice } from "@/lib/gateway/model-prices";
import type { ProviderSettings } from "@/lib/gateway/providers";
import type { ApiKey } from "@/lib/schemas/settings/api-key-settings";
import { type Environment, environmentSchema, type LOG_LEVELS } from "@/lib/schemas/settings/environment";
import type { DatabaseSettings } from "@/lib/storage/database/open-database";
import type { UploadQuota } from "@/lib/storage/upload-quota";

export type Env = {
  /** Absolute; whether anything is there is for the reader to find out. */
  readonly dataDirectory: string;
  /** Absolute. */
  readonly artifactsDirectory: string;
  /** Absolute; what people save and bring. Made by whoever first writes there. */
  readonly stateDirectory: string;
};

/** How long the playground waits for a router on another machine, unless told otherwise. */
const DEFAULT_REMOTE_DEADLINE_MS = 1500;

/** What decides α of an alternative router: a fixed one, own prompts, or nothing. */
export type CalibrationSettings = { readonly alpha: number | undefined; readonly file: string | undefined };

/** Routers that stand in for shipped ones; each undefined unless it is configured. */
export type AlternativeSettings = {
  readonly remoteDeadlineMs: number;
  readonly mf:
    | {
        readonly checkpoint: string;
        readonly embeddings: string | undefined;
        readonly strong: number | undefined;
        readonly weak: number | undefined;
        readonly calibration: CalibrationSettings;
      }
    | undefined;
  readonly bert: { readonly folder: string; readonly calibration: CalibrationSettings } | undefined;
  readonly causalLlm:
    | {
        readonly model: string;
        readonly api: "completions" | "chat";
        readonly templates: readonly string[];
        readonly calibration: CalibrationSettings;
      }
    | undefined;
};

/** @throws RoutingError that names the first variable that is not as it should be. */
export function readEnvironment(): Environment {
  const parsed = environmentSchema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0] ?? "environment");
  throw new RoutingError({
    code: "invalid_argument",
    parameter: name,
    message: `${name} ${issue?.message ?? "is not as it should be"}; .env.example explains it.`,
  });
}

/**
 * The only reader of process.env. Relative folders count from the working directory, which is the repository's root
 * for everything that npm starts. Read at each call, so that a test may set a variable first.
 */
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

/**
 * What stands in for shipped routers.
 * @throws RoutingError where a setting of a router is given without the one that turns it on.
 */
export function readAlternativeSettings(): AlternativeSettings {
  const environment = readEnvironment();
  const path = (file: string) => resolve(/* turbopackIgnore: true */ file);
  for (const [switchedOnBy, prefix] of [
    ["ROUTELLM_MF_CHECKPOINT", "ROUTELLM_MF_"],
    ["ROUTELLM_BERT_FOLDER", "ROUTELLM_BERT_"],
    ["ROUTELLM_CAUSAL_LLM_MODEL", "ROUTELLM_CAUSAL_LLM_"],
  ] as const) {
    const stray = Object.entries(environment).find(([name, value]) => name.startsWith(prefix) && value !== undefined);
    if (environment[switchedOnBy] !== undefined || stray === undefined) continue;
    const message = `${stray[0]} has no effect without ${switchedOnBy}; set both or neither.`;
    throw new RoutingError({ code: "invalid_argument", parameter: stray[0], message });
  }
  const calibration = (router: "MF" | "BERT" | "CAUSAL_LLM"): CalibrationSettings => {
    const alpha = environment[`ROUTELLM_${router}_ALPHA`];
    const file = environment[`ROUTELLM_${router}_CALIBRATION`];
    if (alpha === undefined || file === undefined) return { alpha, file: file && path(file) };
    const parameter = `ROUTELLM_${router}_ALPHA`;
    const message = `${parameter} and ROUTELLM_${router}_CALIBRATION both decide α; set one of them.`;
    throw new RoutingError({ code: "invalid_argument", parameter, message });
  };
  const {
    ROUTELLM_MF_CHECKPOINT: checkpoint,
    ROUTELLM_BERT_FOLDER: folder,
    ROUTELLM_CAUSAL_LLM_MODEL: model,
  } = environment;
  return {
    remoteDeadlineMs: environment.ROUTELLM_REMOTE_DEADLINE_MS ?? DEFAULT_REMOTE_DEADLINE_MS,
    mf:
      checkpoint === undefined
        ? undefined
        : {
            checkpoint: path(checkpoint),
            embeddings: environment.ROUTELLM_MF_EMBEDDINGS,
            strong: environment.ROUTELLM_MF_STRONG,
            weak: environment.ROUTELLM_MF_WEAK,
            calibration: calibration("MF"),
          },
    bert: folder === undefined ? undefined : { folder: path(folder), calibration: calibration("BERT") },
    causalLlm:
      model === undefined
        ? undefined
        : {
            model,
            api: environment.ROUTELLM_CAUSAL_LLM_API ?? "completions",
            templates: (environment.ROUTELLM_CAUSAL_LLM_TEMPLATE ?? "")
              .split(",")
              .map((file) => file.trim())
              .filter((file) => file !== "")
              .map(path),
            calibration: calibration("CAUSAL_LLM"),
          },
  };
}

/** How the gateway answers. */
export type GatewaySettings = {
  /** By choice; undefined where nothing is configured and simulated models answer. */
  readonly models: Readonly<Record<Choice, ConfiguredModel>> | undefined;
  readonly fallback: boolean;
  readonly deadlineMs: number;
  readonly simulatedPaceMs: number;
};

export type ConfiguredModel = {
  /** `provider/model`, as it was written. */
  readonly id: string;
  readonly price: ModelPrice | undefined;
  /** The variables that say so, for errors. */
  readonly modelVariable: string;
  readonly priceVariable: string;
};

const DEFAULT_MODEL_DEADLINE_MS = 120_000;
/** About fifty words a second, as fast models stream. */
const DEFAULT_SIMULATED_PACE_MS = 20;

/** @throws RoutingError where one of the two models is named without the other. */
export function readGatewaySettings(): GatewaySettings {
  const environment = readEnvironment();
  const configured = (choice: "STRONG" | "WEAK"): ConfiguredModel | undefined => {
    const [modelVariable, priceVariable] = [`ROUTELLM_${choice}_MODEL`, `ROUTELLM_${choice}_PRICE`] as const;
    const [id, price] = [environment[modelVariable], environment[priceVariable]];
    if (id !== undefined) return { id, price, modelVariable, priceVariable };
    if (price === undefined) return undefined;
    const message = `${priceVariable} has no effect without ${modelVariable}; set both or neither.`;
    throw new RoutingError({ code: "invalid_argument", parameter: priceVariable, message });
  };
  const [strong, weak] = [configured("STRONG"), configured("WEAK")];
  if ((strong === undefined) !== (weak === undefined)) {
    const [missing, given] = strong === undefined ? ["STRONG", "WEAK"] : ["WEAK", "STRONG"];
    const parameter = `ROUTELLM_${missing}_MODEL`;
    const message = `${parameter} is missing; a router needs two models, and only ROUTELLM_${given}_MODEL is set.`;
    throw new RoutingError({ code: "invalid_argument", parameter, message });
  }
  return {
    models: strong === undefined || weak === undefined ? undefined : { strong, weak },
    fallback: environment.ROUTELLM_FALLBACK === "true",
    deadlineMs: environment.ROUTELLM_MODEL_DEADLINE_MS ?? DEFAULT_MODEL_DEADLINE_MS,
    simulatedPaceMs: environment.ROUTELLM_SIMULATED_PACE_MS ?? DEFAULT_SIMULATED_PACE_MS,
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

/** Whether serve.mjs has started this process, and not `next dev`, a command or a test. */
export const isServerOfBuild = (): boolean => process.env.NODE_ENV === "production";

/** For the server's own program: within the half minute that Kubernetes grants. */
const DEFAULT_SHUTDOWN_MS = 25_000;

/** @throws RoutingError naming the variable that is not as it should be. */
export function readServerSettings(): { readonly shutdownMs: number } {
  return { shutdownMs: readEnvironment().ROUTELLM_SHUTDOWN_MS ?? DEFAULT_SHUTDOWN_MS };
}
