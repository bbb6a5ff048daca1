import "server-only";
import { resolve } from "node:path";
import type { ProviderSettings } from "@/lib/gateway/providers";
import { environmentSchema } from "@/lib/schemas/environment";

export type Env = {
  /** Absolute; whether anything is there is for the reader to find out. */
  readonly dataDirectory: string;
  /** Absolute. */
  readonly artifactsDirectory: string;
  /** Absolute; undefined where the shipped `bert` is to be used. */
  readonly bertFolder: string | undefined;
};

/**
 * The only reader of process.env. Relative folders count from the working directory, which is the repository's root
 * for everything that npm starts. Read at each call, so that a test may set a variable first.
 */
export function readEnv(): Env {
  const { ROUTELLM_DATA, ROUTELLM_ARTIFACTS, ROUTELLM_BERT_FOLDER } = environmentSchema.parse(process.env);
  return {
    // The comments keep Next's file tracer from taking these for reads of the whole project.
    dataDirectory: resolve(/* turbopackIgnore: true */ ROUTELLM_DATA ?? "../shared/data"),
    artifactsDirectory: resolve(/* turbopackIgnore: true */ ROUTELLM_ARTIFACTS ?? "public/artifacts"),
    bertFolder:
      ROUTELLM_BERT_FOLDER === undefined ? undefined : resolve(/* turbopackIgnore: true */ ROUTELLM_BERT_FOLDER),
  };
}

/** What the providers of language models need to be called; holds secrets: for lib/gateway/providers and nobody else. */
export function readProviderSettings(): ProviderSettings {
  const environment = environmentSchema.parse(process.env);
  return {
    openaiApiKey: environment.OPENAI_API_KEY,
    anthropicApiKey: environment.ANTHROPIC_API_KEY,
    compatibleBaseUrl: environment.OPENAI_COMPATIBLE_BASE_URL,
    compatibleApiKey: environment.OPENAI_COMPATIBLE_API_KEY,
  };
}
