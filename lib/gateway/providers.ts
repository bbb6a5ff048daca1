import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { EmbeddingModel, LanguageModel } from "ai";
import { RoutingError } from "@/lib/domain/routing-error";
import { createValidatedFetch } from "@/lib/gateway/answers/validated-fetch";

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

/** An embedding model that can be called. */
export type ProviderEmbeddings = { readonly id: string; readonly embeddingModel: Exclude<EmbeddingModel, string> };

/** The raw protocol of OpenAI's servers, for what the AI SDK does not hand through (log-probabilities of a raw text). */
export type ProviderEndpoint = {
  readonly id: string;
  /** What the server calls the model. */
  readonly model: string;
  /** Most alternatives a token that the server can be asked for. */
  readonly mostAlternatives: number;
  /** Posts `body` to a path below `/v1`, with the provider's key. */
  post(path: string, body: unknown, signal: AbortSignal): Promise<{ url: string; response: Response }>;
};

export type Providers = {
  /** @throws RoutingError naming `parameter` if `id` is not `provider/model` or the provider is not configured. */
  model(id: string, parameter: string): ProviderModel;
  /** @throws RoutingError as `model` does, or if the provider has no embeddings. */
  embeddings(id: string, parameter: string): ProviderEmbeddings;
  /** @throws RoutingError as `model` does, or if the provider does not speak OpenAI's protocol. */
  endpoint(id: string, parameter: string): ProviderEndpoint;
  /** The text without any key of ours: providers quote keys in their errors. */
  redact(text: string): string;
};

/** Providers by the name that model ids begin with, and the variable that configures each. */
const PROVIDER_VARIABLES = {
  openai: "OPENAI_API_KEY",
  anthropic: "ANTHROPIC_API_KEY",
  "openai-compatible": "OPENAI_COMPATIBLE_BASE_URL",
} as const;
type ProviderName = keyof typeof PROVIDER_VARIABLES;
type FoundClient = {
  readonly provider: ProviderName;
  readonly client: (model: string) => ProviderModel["languageModel"];
};
const isProviderName = (name: string): name is ProviderName => Object.hasOwn(PROVIDER_VARIABLES, name);
const PROVIDER_NAMES = Object.keys(PROVIDER_VARIABLES).join(", ");

/** OpenAI's completions give 5, vLLM's 20 unless it is started with another `--max-logprobs`. */
const MOST_ALTERNATIVES = { openai: 5, "openai-compatible": 20 } as const;

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
  // Not the function of now: Next puts another in its place.
  const anyFetch: typeof globalThis.fetch = (...request) => (fetch ?? globalThis.fetch)(...request);
  const shared = { fetch: createValidatedFetch(anyFetch, "openai") };
  const openai = openaiApiKey && createOpenAI({ apiKey: openaiApiKey, baseURL: OPENAI_URL, ...shared });
  const anthropic =
    anthropicApiKey &&
    createAnthropic({
      ...{ apiKey: anthropicApiKey, baseURL: ANTHROPIC_URL },
      fetch: createValidatedFetch(anyFetch, "anthropic"),
    });
  const compatible =
    compatibleBaseUrl &&
    createOpenAICompatible({
      name: "openai-compatible",
      baseURL: checkAddress(compatibleBaseUrl),
      supportsStructuredOutputs: true,
      ...(compatibleApiKey === undefined ? {} : { apiKey: compatibleApiKey }),
      ...shared,
    });
  const clients = {
    // Not the SDK's default, the Responses API: that has no stop words, seed or penalties, which requests may hold.
    openai: openai && ((model: string) => openai.chat(model)),
    anthropic,
    "openai-compatible": compatible,
  };
  const secrets = [openaiApiKey, anthropicApiKey, compatibleApiKey].filter((key) => key !== undefined);

  /** The client that an id names, and the model's name there. */
  function find(id: string, parameter: string): { found: FoundClient; model: string } {
    const fail = (message: string) => new RoutingError({ code: "invalid_argument", parameter, message });
    const [, provider = "", model = ""] = /^([^/]+)\/(.*\S)$/.exec(id.trim()) ?? [];
    if (!isProviderName(provider)) {
      throw fail(
        `must be provider/model with one of ${PROVIDER_NAMES} (for example openai/gpt-4o-mini), but it was "${id}".`,
      );
    }
    const client = clients[provider];
    if (!client)
      throw fail(`${provider} is not configured; set ${PROVIDER_VARIABLES[provider]}, as .env.example explains.`);
    return { found: { provider, client }, model };
  }
  const lacks = (parameter: string, provider: ProviderName, what: string) =>
    new RoutingError({
      code: "invalid_argument",
      parameter,
      message: `${provider} ${what}; use openai/… or openai-compatible/….`,
    });

  return {
    model(id, parameter) {
      const { found, model } = find(id, parameter);
      return {
        id: `${found.provider}/${model}`,
        name: model.split("/").at(-1) ?? model,
        languageModel: found.client(model),
      };
    },
    embeddings(id, parameter) {
      const { found, model } = find(id, parameter);
      const client = { openai, anthropic: undefined, "openai-compatible": compatible }[found.provider];
      if (!client) throw lacks(parameter, found.provider, "has no embeddings");
      return { id: `${found.provider}/${model}`, embeddingModel: client.embeddingModel(model) };
    },
    endpoint(id, parameter) {
      const { found, model } = find(id, parameter);
      const { provider } = found;
      if (provider === "anthropic") throw lacks(parameter, provider, "returns no log-probabilities");
      const [address, key] =
        provider === "openai" ? [OPENAI_URL, openaiApiKey] : [checkAddress(compatibleBaseUrl ?? ""), compatibleApiKey];
      return {
        id: `${provider}/${model}`,
        model,
        mostAlternatives: MOST_ALTERNATIVES[provider],
        async post(path, body, signal) {
          const url = `${address}${path}`;
          const response = await shared.fetch(url, {
            method: "POST",
            headers: { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) },
            body: JSON.stringify(body),
            signal,
          });
          return { url, response };
        },
      };
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
