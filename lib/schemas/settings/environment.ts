import { z } from "zod";
import { readApiKeys } from "./api-key-settings";

/** A text; an empty value means the same as none, as shells and compose files leave it. */
const text = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === "" ? undefined : value));

/** A number within bounds; blank means none. */
const number = (options: { minimum: number; maximum: number; whole: boolean }) => {
  const { minimum, maximum, whole } = options;
  return text.transform((value, context) => {
    if (value === undefined) return undefined;
    const parsed = Number(value);
    if (parsed >= minimum && parsed <= maximum && (!whole || Number.isInteger(parsed))) return parsed;
    context.addIssue({
      code: "custom",
      message: `must be a ${whole ? "whole " : ""}number from ${minimum} to ${maximum}, but it was "${value}"`,
    });
    return z.NEVER;
  });
};

const flag = text.pipe(z.enum(["true", "false"], { error: 'must be "true" or "false"' }).optional());

const modelRow = number({ minimum: 0, maximum: 100_000, whole: true });
const threshold = number({ minimum: 0, maximum: 1, whole: false });

/** Dollars per million tokens of prompts and of answers: `2.5,10`. */
const price = text.transform((value, context) => {
  if (value === undefined) return undefined;
  const [, input, output] = /^(\d+(?:\.\d+)?),\s*(\d+(?:\.\d+)?)$/.exec(value) ?? [];
  if (input !== undefined && output !== undefined) return { input: Number(input), output: Number(output) };
  context.addIssue({
    code: "custom",
    message: `must be dollars per million tokens in and out, such as 2.5,10, but it was "${value}"`,
  });
  return z.NEVER;
});

export const LOG_LEVELS = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;

/** The environment variables that this program reads, all of them optional; `.env.example` explains them to users. */
export const environmentSchema = z.object({
  /** Folder with the data sets, for training and for question texts; in the layout that `data report` shows. */
  ROUTELLM_DATA: text,
  /** Folder with the trained weights and figures, in place of the ones that are shipped. */
  ROUTELLM_ARTIFACTS: text,
  /** Folder that this program writes what people save into. */
  ROUTELLM_STATE: text,
  /** libSQL server in place of a file in that folder. */
  DATABASE_URL: text.pipe(
    z
      .string()
      .refine((value) => /^(libsql|https?):[/][/]/.test(value) && URL.canParse(value), {
        error: "must be the address of a libSQL server (libsql://…, https://… or http://…)",
      })
      .optional(),
  ),
  DATABASE_AUTH_TOKEN: text,
  /** Redis that hands chunks of scoring runs to `npm run worker` processes, in place of threads of the server. */
  REDIS_URL: text.pipe(
    z
      .string()
      .refine((value) => /^rediss?:[/][/]/.test(value) && URL.canParse(value), {
        error: "must be the address of a Redis server (redis://… or rediss://…)",
      })
      .optional(),
  ),
  /** Folder with a sequence classifier of one's own (`model.onnx`, `tokenizer.json`), in place of the shipped `bert`. */
  ROUTELLM_BERT_FOLDER: text,
  OPENAI_API_KEY: text,
  ANTHROPIC_API_KEY: text,
  /** Any server that speaks OpenAI's protocol; the address up to and with `/v1`. */
  OPENAI_COMPATIBLE_BASE_URL: text,
  OPENAI_COMPATIBLE_API_KEY: text,
  /** `provider/model` of the two models that answer; simulated ones where neither is given. */
  ROUTELLM_STRONG_MODEL: text,
  ROUTELLM_WEAK_MODEL: text,
  ROUTELLM_STRONG_PRICE: price,
  ROUTELLM_WEAK_PRICE: price,
  /** The other model is asked where the chosen one fails. */
  ROUTELLM_FALLBACK: flag,
  /** For a whole answer, retries included. */
  ROUTELLM_MODEL_DEADLINE_MS: number({ minimum: 1000, maximum: 3_600_000, whole: true }),
  /** Between two words of a simulated answer. */
  ROUTELLM_SIMULATED_PACE_MS: number({ minimum: 0, maximum: 10_000, whole: false }),
  /** Who may use /v1 and /metrics; everybody where there is none. */
  ROUTELLM_API_KEYS: text.transform((value, context) => {
    const read = readApiKeys(value ?? "");
    if (!("problem" in read)) return read.keys;
    context.addIssue({ code: "custom", message: read.problem });
    return z.NEVER;
  }),
  /** Signs in the first admin of the pages. */
  ROUTELLM_PASSWORD: text,
  /** Names that this server is reached under, beside those of the machine itself. */
  ROUTELLM_HOSTS: text.transform((value, context) => {
    const names = (value ?? "").split(",").flatMap((name) => name.trim().toLowerCase() || []);
    const wrong = names.find((name) => !/^([\w-]+(\.[\w-]+)*|\[[\da-f:.]+\])$/.test(name));
    if (wrong === undefined) return names;
    context.addIssue({
      code: "custom",
      message: `must be host names with commas between them, such as routers.example.com, but it has "${wrong}"`,
    });
    return z.NEVER;
  }),
  /** Lets a server with real providers listen on an open address without a password and keys. */
  ROUTELLM_OPEN: flag,
  /** A proxy in front of this server writes X-Forwarded-For, and nobody gets past it. */
  ROUTELLM_PROXY: flag,
  /** /v1 and /metrics answer with a key only, also where none is set and models are simulated. */
  ROUTELLM_INSIST_ON_KEYS: flag,
  ROUTELLM_LOG_LEVEL: text.pipe(z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` }).optional()),
  /** Of one request to /v1. */
  ROUTELLM_MAX_BODY_BYTES: number({ minimum: 1_000, maximum: 1_000_000_000, whole: true }),
  /** Requests to /v1 that are answered at a time, and that wait for their turn. */
  ROUTELLM_MAX_CONCURRENT: number({ minimum: 1, maximum: 100_000, whole: true }),
  ROUTELLM_UPLOAD_QUOTA_MB: number({ minimum: 1, maximum: 1_000_000, whole: true }),
  ROUTELLM_UPLOADS_TOTAL_MB: number({ minimum: 1, maximum: 100_000_000, whole: true }),
  ROUTELLM_MAX_WAITING: number({ minimum: 0, maximum: 100_000, whole: true }),
  /** Limits of each person who asks on the pages. */
  ROUTELLM_PERSON_RPM: number({ minimum: 1, maximum: 1_000_000, whole: false }),
  ROUTELLM_PERSON_USD: number({ minimum: 0.000_001, maximum: 1e9, whole: false }),
  /** Longest answer that is paid from a budget, where the request gives no limit. */
  ROUTELLM_MAX_OUTPUT_TOKENS: number({ minimum: 1, maximum: 1_000_000, whole: true }),
  /** Decisions that are kept, the newest; 0 for none. */
  ROUTELLM_DECISIONS_KEPT: number({ minimum: 0, maximum: 1e9, whole: true }),
  /** For answers under way once the server is told to stop. */
  ROUTELLM_SHUTDOWN_MS: number({ minimum: 0, maximum: 3_600_000, whole: true }),
  /** Matrix factorization in the released layout, in place of the shipped router. */
  ROUTELLM_MF_CHECKPOINT: text,
  /** `provider/model` of its embeddings. */
  ROUTELLM_MF_EMBEDDINGS: text,
  /** Rows of the pair in the checkpoint. */
  ROUTELLM_MF_STRONG: modelRow,
  ROUTELLM_MF_WEAK: modelRow,
  ROUTELLM_MF_ALPHA: threshold,
  /** Win rates of own prompts, as `calibrate --save` writes them. */
  ROUTELLM_MF_CALIBRATION: text,
  ROUTELLM_BERT_ALPHA: threshold,
  ROUTELLM_BERT_CALIBRATION: text,
  /** `provider/model` of a language model that returns log-probabilities, in place of the shipped causal router. */
  ROUTELLM_CAUSAL_LLM_MODEL: text,
  ROUTELLM_CAUSAL_LLM_API: text.pipe(
    z.enum(["completions", "chat"], { error: 'must be "completions" or "chat"' }).optional(),
  ),
  /** One file, or two with a comma between them. */
  ROUTELLM_CAUSAL_LLM_TEMPLATE: text,
  ROUTELLM_CAUSAL_LLM_ALPHA: threshold,
  ROUTELLM_CAUSAL_LLM_CALIBRATION: text,
  /** How long the playground waits for a router on another machine. */
  ROUTELLM_REMOTE_DEADLINE_MS: number({ minimum: 50, maximum: 60_000, whole: true }),
});

export type Environment = z.infer<typeof environmentSchema>;
