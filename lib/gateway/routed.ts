import type { LanguageModelV3, LanguageModelV3CallOptions, SharedV3ProviderMetadata } from "@ai-sdk/provider";
import { type Choice, decide } from "@/lib/domain/decide";
import { formatModelName } from "@/lib/domain/model-name";
import { RoutingError } from "@/lib/domain/routing-error";
import type { Threshold } from "@/lib/domain/threshold";
import { toReadableStream } from "@/lib/gateway/answers/readable-stream";
import type { Router } from "@/lib/routers/router";
import type { RoutingFacts } from "@/lib/schemas/web/routing-notes";
import { withCaller } from "./call-caller";
import type { GatewayModels } from "./gateway-models";
import { ModelFailure } from "./retry-with-backoff";
import { countTurns, type RoutingScope, routedText } from "./routed-text";
import { toRoutingHeaders } from "./routing-facts";

/** A request that was routed; who answers it is not known yet. */
export type RoutingDecision = Omit<RoutingFacts, "answeredBy" | "model" | "simulated">;

/** An answer that cannot be used. */
export type UnreadAnswer = { readonly facts: RoutingFacts; readonly characters: number };

export type RoutedOptions = {
  readonly router: Router;
  readonly threshold: Threshold;
  readonly models: GatewayModels;
  readonly scope?: RoutingScope | undefined;
  /** Who answers whatever the router says, for comparisons. */
  readonly answerer?: Choice | undefined;
  /** Where the chosen model gives no answer, the other one is asked. */
  readonly fallback?: boolean | undefined;
  /** Whom failures of calls are counted for; undefined for everybody. */
  readonly caller?: string | undefined;
  /** Told of each decision before a model is asked: it stands even where no model answers. */
  readonly onDecision?: ((decision: RoutingDecision) => void) | undefined;
  /** Told of an answer that was paid for and cannot be used. */
  readonly onUnread?: ((unread: UnreadAnswer) => void) | undefined;
};

/**
 * A language model of the AI SDK that routes each call: it scores the conversation, decides, and has the chosen model
 * answer. The facts come as `response.headers`, before the first part, and as `providerMetadata.routellm` at the end.
 *
 * ```ts
 * const { text } = await generateText({ model: routed({ router, threshold, models }), prompt });
 * ```
 */
export function routed(options: RoutedOptions): LanguageModelV3 {
  const {
    router,
    threshold,
    models,
    scope = "turn",
    answerer,
    fallback = false,
    caller,
    onDecision,
    onUnread,
  } = options;

  async function route(prompt: LanguageModelV3CallOptions["prompt"]) {
    const start = performance.now();
    const text = routedText(prompt, scope);
    const [winRate] = await router.scoreBatch([text]);
    if (winRate === undefined) throw new TypeError(`The router ${router.id} returned no win rate for one prompt`);
    const reason =
      answerer !== undefined ? "asked" : scope === "conversation" && countTurns(prompt) > 1 ? "kept" : "routed";
    const choice = answerer ?? decide(winRate, threshold);
    return { router: router.id, winRate, threshold, choice, reason, routingMs: performance.now() - start } as const;
  }

  /** The chosen model's answer, or the other one's, with the facts of how it came about. */
  async function answer<Result>(
    call: LanguageModelV3CallOptions,
    ask: (model: LanguageModelV3) => PromiseLike<Result>,
  ): Promise<{ result: Result; facts: RoutingFacts }> {
    const decision = await route(call.prompt);
    onDecision?.(decision);
    const factsOf = (answeredBy: Choice): RoutingFacts => {
      const { id: model, simulated } = models[answeredBy];
      return { ...decision, answeredBy, model, simulated };
    };
    const { choice } = decision;
    const noteUnread = ({ failure }: ModelFailure, answeredBy: Choice): void => {
      if (failure.verdict !== "unreadable") return;
      onUnread?.({ facts: factsOf(answeredBy), characters: failure.saidCharacters ?? 0 });
    };
    try {
      return { result: await ask(models[choice].languageModel), facts: factsOf(choice) };
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      noteUnread(error, choice);
      const other = choice === "strong" ? "weak" : "strong";
      // What one provider refuses to read, another should not be asked to either; an answer in vain was paid for.
      const isLast = error.failure.verdict === "refused" || error.failure.verdict === "unreadable";
      if (!fallback || isLast) throw toRoutingError(error, models[choice].id);
      try {
        return { result: await ask(models[other].languageModel), facts: factsOf(other) };
      } catch (second) {
        if (!(second instanceof ModelFailure)) throw second;
        noteUnread(second, other);
        throw second.failure.verdict === "unreadable"
          ? toRoutingError(second, models[other].id)
          : toRoutingError(error, models[choice].id);
      }
    }
  }

  return {
    specificationVersion: "v3",
    provider: "routellm",
    modelId: formatModelName({ router: router.id, threshold }),
    // None is taken by both models: what is linked, the SDK downloads and hands over as data.
    supportedUrls: {},
    async doGenerate(call) {
      const { result, facts } = await answer(call, (model) => model.doGenerate(withCaller(call, caller)));
      const { providerMetadata, response } = result;
      return {
        ...result,
        providerMetadata: withFacts(providerMetadata, facts),
        response: { ...response, modelId: facts.model, headers: { ...response?.headers, ...toRoutingHeaders(facts) } },
      };
    },
    async doStream(call) {
      const { result, facts } = await answer(call, (model) => model.doStream(withCaller(call, caller)));
      return {
        ...result,
        stream: withFactsAtEnd(result.stream, facts),
        response: { ...result.response, headers: { ...result.response?.headers, ...toRoutingHeaders(facts) } },
      };
    },
  };
}

const withFacts = (metadata: SharedV3ProviderMetadata | undefined, facts: RoutingFacts): SharedV3ProviderMetadata => ({
  ...metadata,
  routellm: { ...facts },
});

type Parts = Awaited<ReturnType<LanguageModelV3["doStream"]>>["stream"];

function withFactsAtEnd(stream: Parts, facts: RoutingFacts): Parts {
  return toReadableStream(
    (async function* () {
      for await (const part of readAll(stream)) {
        if (part.type !== "finish") yield part;
        else yield { ...part, providerMetadata: withFacts(part.providerMetadata, facts) };
      }
    })(),
  );
}

async function* readAll<Part>(stream: ReadableStream<Part>): AsyncGenerator<Part, void, void> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops reading lets go of the provider too.
    await reader.cancel().catch(() => undefined);
  }
}

/** Why the caller gets no answer, as a status: late, too many calls, a call that cannot be read, or none of these. */
function toRoutingError({ failure, late }: ModelFailure, model: string): RoutingError {
  const { verdict, status, reason, plainReason = reason, retryAfterMs } = failure;
  const isRefused = verdict === "refused";
  const isUnreadable = verdict === "unreadable";
  const what = `${model} ${isRefused ? "refused the request" : isUnreadable ? "gave no answer that can be used" : "did not answer"}`;
  return new RoutingError({
    code: isRefused
      ? "invalid_argument"
      : isUnreadable
        ? "unreadable"
        : late
          ? "timed_out"
          : status === 429
            ? "rate_limited"
            : "incomplete",
    parameter: isRefused ? "messages" : "model",
    message: `${what}: ${reason}.`,
    publicMessage: `${what}: ${plainReason}.`,
    ...(!isRefused && retryAfterMs !== undefined && { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) }),
  });
}
