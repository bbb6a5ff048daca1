import type { LanguageModelV3, LanguageModelV3CallOptions } from "@ai-sdk/provider";
import { generateText, streamText } from "ai";
import { describe, expect, it, vi } from "vitest";
import { type Choice, decide } from "@/lib/domain/decide";
import { RoutingError } from "@/lib/domain/routing-error";
import { toThreshold } from "@/lib/domain/threshold";
import { toWinRate } from "@/lib/domain/win-rate";
import type { Router } from "@/lib/routers/router";
import type { GatewayModel } from "./gateway-models";
import { ModelFailure } from "./retry-with-backoff";
import { routed } from "./routed";
import { readRoutingFacts } from "./routing-facts";
import { createSimulatedModel } from "./simulated-model";

/** Hard is what says so. */
const router: Router = {
  id: "mf",
  scoreBatch: async (prompts) => prompts.map((prompt) => toWinRate(prompt.includes("hard") ? 0.8 : 0.2)),
};
const threshold = toThreshold(0.5);
const gatewayModel = (choice: Choice, languageModel?: LanguageModelV3): GatewayModel => ({
  id: `simulated/${choice}`,
  languageModel: languageModel ?? createSimulatedModel({ choice, pace: { firstMs: 0, wordMs: 0 } }),
  price: { input: 1, output: 1 },
  simulated: true,
});
const models = { strong: gatewayModel("strong"), weak: gatewayModel("weak") };

function failing(failure: Partial<ModelFailure["failure"]>, late = false): LanguageModelV3 {
  const fail = async () => {
    throw new ModelFailure(
      {
        ...{ reason: "HTTP 500", verdict: "again", maybePaid: false },
        status: 500,
        retryAfterMs: undefined,
        ...failure,
      },
      late,
    );
  };
  return {
    ...createSimulatedModel({ choice: "strong", pace: { firstMs: 0, wordMs: 0 } }),
    doGenerate: fail,
    doStream: fail,
  };
}

const user = (...texts: readonly string[]): LanguageModelV3CallOptions["prompt"][number] => ({
  role: "user",
  content: texts.map((text) => ({ type: "text", text })),
});
const assistant: LanguageModelV3CallOptions["prompt"][number] = {
  role: "assistant",
  content: [{ type: "text", text: "hard" }],
};
const factsOf = async (options: Partial<Parameters<typeof routed>[0]>, prompt: LanguageModelV3CallOptions["prompt"]) =>
  readRoutingFacts((await routed({ router, threshold, models, ...options }).doGenerate({ prompt })).providerMetadata);

describe("routed", () => {
  it("has the model answer that the win rate chooses, in anybody's code", async () => {
    const model = routed({ router, threshold, models });
    const easy = await generateText({ model, prompt: "easy" });
    expect(easy.text).toContain("answer of the weak model");
    expect(easy.response.headers).toMatchObject({
      "x-routellm-router": "mf",
      "x-routellm-win-rate": "0.200000",
      "x-routellm-threshold": "0.500000",
      "x-routellm-choice": "weak",
      "x-routellm-simulated": "true",
    });
    const hard = streamText({ model, prompt: "a hard one" });
    expect(await hard.text).toContain("answer of the strong model");
    expect(readRoutingFacts(await hard.providerMetadata)).toMatchObject({
      ...{ router: "mf", winRate: 0.8, threshold: 0.5, choice: "strong", answeredBy: "strong", reason: "routed" },
      ...{ model: "simulated/strong", simulated: true },
    });
    expect((await hard.response).headers).toMatchObject({ "x-routellm-choice": "strong" });
  });

  it("decides by the last user turn, whatever else was said", async () => {
    const facts = await factsOf({}, [{ role: "system", content: "hard" }, user("hard"), assistant, user("and now?")]);
    expect(facts).toMatchObject({ choice: decide(toWinRate(0.2), threshold), reason: "routed" });
    expect(await factsOf({}, [user("easy"), assistant, user("and now", "a hard one")])).toMatchObject({
      choice: "strong",
    });
  });

  it("keeps a conversation on the model it began with, and says so from the second turn on", async () => {
    const scope = "conversation";
    expect(await factsOf({ scope }, [user("hard")])).toMatchObject({ choice: "strong", reason: "routed" });
    expect(await factsOf({ scope }, [user("hard"), assistant, user("thanks")])).toMatchObject({
      ...{ choice: "strong", reason: "kept", winRate: 0.8 },
    });
  });

  it("asks whom the caller names, and still says what the router thinks", async () => {
    expect(await factsOf({ answerer: "strong" }, [user("easy")])).toMatchObject({
      ...{ winRate: 0.2, choice: "strong", answeredBy: "strong", reason: "asked" },
    });
  });

  it("passes over turns without text and refuses a conversation without any", async () => {
    const picture = { role: "user", content: [{ type: "file", mediaType: "image/png", data: "AAAA" }] } as const;
    const prompt = [user("hard"), { ...picture, content: [...picture.content] }];
    expect(await factsOf({}, prompt)).toMatchObject({ choice: "strong" });
    await expect(factsOf({}, [{ ...picture, content: [...picture.content] }])).rejects.toMatchObject({
      code: "invalid_argument",
      parameter: "messages",
    });
  });

  it("scores the first 32,000 characters of a longer turn", async () => {
    const scoreBatch = vi.fn(router.scoreBatch);
    await factsOf({ router: { id: "mf", scoreBatch } }, [user("𝛼".repeat(40_000))]);
    expect(scoreBatch).toHaveBeenCalledWith(["𝛼".repeat(32_000)]);
  });

  describe("where the chosen model fails", () => {
    const broken = { strong: gatewayModel("strong", failing({})), weak: models.weak };

    it("asks the other one if that is wanted, and says so", async () => {
      const model = routed({ router, threshold, models: broken, fallback: true });
      const { response, providerMetadata } = await generateText({ model, prompt: "hard", maxRetries: 0 });
      expect(response.headers).toMatchObject({
        ...{ "x-routellm-choice": "strong", "x-routellm-answered-by": "weak", "x-routellm-fallback": "true" },
      });
      expect(readRoutingFacts(providerMetadata)).toMatchObject({ choice: "strong", answeredBy: "weak" });
    });

    it.each([
      [{}, false, "incomplete", "simulated/strong did not answer: HTTP 500."],
      [{ status: 429, reason: "HTTP 429" }, false, "rate_limited", "simulated/strong did not answer: HTTP 429."],
      [{ reason: "nothing within 1 s" }, true, "timed_out", "simulated/strong did not answer: nothing within 1 s."],
      [
        { verdict: "refused" as const, status: 400, reason: "HTTP 400: too long" },
        false,
        "invalid_argument",
        "simulated/strong refused the request: HTTP 400: too long.",
      ],
    ])("says why in one sentence: %j", async (failure, late, code, message) => {
      const unanswered = { strong: gatewayModel("strong", failing(failure, late)), weak: models.weak };
      await expect(factsOf({ models: unanswered }, [user("hard")])).rejects.toMatchObject({ code, message });
    });

    it("does not show another provider what the first refused to read", async () => {
      const refused = { strong: gatewayModel("strong", failing({ verdict: "refused" })), weak: models.weak };
      await expect(factsOf({ models: refused, fallback: true }, [user("hard")])).rejects.toBeInstanceOf(RoutingError);
    });

    it.each(["strong", "weak"] as const)("buys no second answer where the one of %s cannot be used", async (vain) => {
      const unread = failing({ verdict: "unreadable", status: 200, reason: "it is no JSON", saidCharacters: 40 });
      const onUnread = vi.fn();
      const others = vi.fn(async () => Promise.reject(new Error("asked")));
      const strong = vain === "strong" ? unread : failing({});
      const weak = vain === "weak" ? unread : { ...failing({}), doGenerate: others };
      const vainly = { strong: gatewayModel("strong", strong), weak: gatewayModel("weak", weak) };
      await expect(factsOf({ models: vainly, fallback: true, onUnread }, [user("hard")])).rejects.toMatchObject({
        code: "unreadable",
        message: `simulated/${vain} gave no answer that can be used: it is no JSON.`,
      });
      expect(others).not.toHaveBeenCalled();
      expect(onUnread.mock.calls).toMatchObject([[{ facts: { choice: "strong", answeredBy: vain }, characters: 40 }]]);
    });

    it("names the chosen model's failure where both fail", async () => {
      const both = {
        strong: gatewayModel("strong", failing({})),
        weak: gatewayModel("weak", failing({ reason: "HTTP 503" })),
      };
      await expect(factsOf({ models: both, fallback: true }, [user("hard")])).rejects.toThrow(
        "simulated/strong did not answer: HTTP 500.",
      );
    });
  });
});
