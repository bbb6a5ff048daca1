import "server-only";
import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModel } from "ai";
import { RoutingError } from "@/lib/domain/routing-error";

/** Keys and addresses as the environment gives them. */
export type ProviderSettings = {
  readonly openaiApiKey: string | undefined;
  readonly anthropicApiKey: string | undefined;
  /** Any server that speaks OpenAI's protocol; its key is optional. */
  readonly compatibleBaseUrl: string | undefined;
  readonly compatibleApiKey: string | undefined;
};

/** A model that can be called. */
export type ProviderModel = {
  /** As the user wrote it: `provider/model`. */
  readonly id: string;
  /** What battles call it: the last part of its name (`mixtral-8x7b` of `openai-compatible/mistralai/mixtral-8x7b`). */
  readonly name: string;
  readonly languageModel: Exclude<LanguageModel, string>;
};

export type Providers = {
  /** @throws RoutingError naming `parameter` if `id` is not `provider/model` or the provider is not configured. */
  model(id: string, parameter: string): ProviderModel;
  /** The text without any key of ours: providers quote keys in their errors. */
  redact(text: string): string;
};

/** Providers by the name that model ids begin with, and the variable that configures each. */
const PROVIDER_VARIABLES = {
  openai: "OPENAI_API_KEY",
  anthropic: "ANTHROPIC_API_KEY",
  "openai-compatible": "OPENAI_COMPATIBLE_BASE_URL",
} as const;
const PROVIDER_NAMES = Object.keys(PROVIDER_VARIABLES).join(", ");

/** Stated here, so that the packages look for none in the environment. */
const OPENAI_URL = "https://api.openai.com/v1";
const ANTHROPIC_URL = "https://api.anthropic.com/v1";

/**
 * The registry of language-model providers: the only place that knows keys and how each provider is reached.
 * @param fetch in place of the global one, for tests.
 * @throws RoutingError if the address of the OpenAI-compatible server is no http(s) address.
 */
export function createProviders(settings: ProviderSettings, fetch?: typeof globalThis.fetch): Providers {
  const { openaiApiKey, anthropicApiKey, compatibleBaseUrl, compatibleApiKey } = settings;
  const shared = fetch === undefined ? {} : { fetch };
  const openai = openaiApiKey && createOpenAI({ apiKey: openaiApiKey, baseURL: OPENAI_URL, ...shared });
  const anthropic = anthropicApiKey && createAnthropic({ apiKey: anthropicApiKey, baseURL: ANTHROPIC_URL, ...shared });
  const compatible =
    compatibleBaseUrl &&
    createOpenAICompatible({
      name: "openai-compatible",
      baseURL: checkAddress(compatibleBaseUrl),
      supportsStructuredOutputs: true,
      ...(compatibleApiKey === undefined ? {} : { apiKey: compatibleApiKey }),
      ...shared,
    });
  const configured = new Map(
    Object.entries({ openai, anthropic, "openai-compatible": compatible }).flatMap(([name, provider]) =>
      provider ? [[name, provider]] : [],
    ),
  );
  const secrets = [openaiApiKey, anthropicApiKey, compatibleApiKey].filter((key) => key !== undefined);

  return {
    model(id, parameter) {
      const fail = (message: string) => new RoutingError({ code: "invalid_argument", parameter, message });
      const [, provider = "", model = ""] = /^([^/]+)\/(.*\S)$/.exec(id.trim()) ?? [];
      const variable = Object.entries(PROVIDER_VARIABLES).find(([name]) => name === provider)?.[1];
      if (variable === undefined) {
        throw fail(
          `must be provider/model with one of ${PROVIDER_NAMES} (for example openai/gpt-4o-mini), but it was "${id}".`,
        );
      }
      const languageModel = configured.get(provider)?.(model);
      if (languageModel === undefined) {
        throw fail(`${provider} is not configured; set ${variable}, as .env.example explains.`);
      }
      return { id: `${provider}/${model}`, name: model.split("/").at(-1) ?? model, languageModel };
    },
    redact: (text) => secrets.reduce((clean, secret) => clean.replaceAll(secret, "[key]"), text),
  };
}

function checkAddress(address: string): string {
  const fail = (problem: string) =>
    new RoutingError({
      code: "invalid_argument",
      parameter: "OPENAI_COMPATIBLE_BASE_URL",
      message: `${problem}; it must be an http or https address up to /v1 (for example http://localhost:11434/v1).`,
    });
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol)) throw fail("is no web address");
  // Quoting the address would show the password.
  if (url.username !== "" || url.password !== "") throw fail("holds a name or password; use OPENAI_COMPATIBLE_API_KEY");
  return address.replace(/\/+$/, "");
}
