import { APICallError, type LanguageModelV3, type LanguageModelV3StreamPart } from "@ai-sdk/provider";
import { describe, expect, it, vi } from "vitest";
import { createCircuitBreaker } from "./circuit-breaker";
import { ModelFailure } from "./keep-trying";
import { steadyModel } from "./steady-model";

const CALL = { prompt: [{ role: "user", content: [{ type: "text", text: "Hi" }] }] } as const;
const call = (abortSignal?: AbortSignal) => ({
  prompt: CALL.prompt.map(({ role, content }) => ({ role, content: [...content] })),
  ...(abortSignal === undefined ? {} : { abortSignal }),
});
const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: 1, text: 1, reasoning: undefined },
};
const finishReason = { unified: "stop", raw: undefined } as const;
const ANSWER = { content: [{ type: "text" as const, text: "Hello" }], usage, finishReason, warnings: [] };
const PARTS: readonly LanguageModelV3StreamPart[] = [
  { type: "stream-start", warnings: [] },
  { type: "text-start", id: "0" },
  { type: "text-delta", id: "0", delta: "Hello" },
  { type: "text-end", id: "0" },
  { type: "finish", usage, finishReason },
];

const httpError = (statusCode: number, responseHeaders: Record<string, string> = {}) =>
  new APICallError({
    message: "no, sk-secret says so",
    url: "http://provider.example",
    requestBodyValues: {},
    statusCode,
    responseHeaders,
  });

const streamOf = (parts: readonly LanguageModelV3StreamPart[], end: "close" | "hang" | Error = "close") =>
  new ReadableStream<LanguageModelV3StreamPart>({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      if (end === "close") controller.close();
      else if (end !== "hang") controller.error(end);
    },
  });

function steady(
  model: Partial<Pick<LanguageModelV3, "doGenerate" | "doStream">>,
  patience: Partial<Parameters<typeof steadyModel>[0]["patience"]> = {},
) {
  return steadyModel({
    model: {
      specificationVersion: "v3",
      ...{ provider: "fake", modelId: "fake", supportedUrls: {} },
      doGenerate: async () => ANSWER,
      doStream: async () => ({ stream: streamOf(PARTS) }),
      ...model,
    },
    patience: { wholeMs: 60_000, firstMs: 60_000, stallMs: 60_000, maximumTries: 3, ...patience },
    breaker: createCircuitBreaker({ failures: 2, restMs: 3_600_000, now: () => 0 }),
    redact: (text) => text.replaceAll("sk-secret", "[key]"),
    random: () => 0,
  });
}

async function readAll(stream: ReadableStream<LanguageModelV3StreamPart>): Promise<LanguageModelV3StreamPart[]> {
  const parts: LanguageModelV3StreamPart[] = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return parts;
    parts.push(value);
  }
}

describe("steadyModel", () => {
  it("tries again after what may pass, as soon as the server asks it to", async () => {
    const doGenerate = vi
      .fn<LanguageModelV3["doGenerate"]>()
      .mockRejectedValueOnce(httpError(429, { "retry-after-ms": "1" }))
      .mockRejectedValueOnce(httpError(500, { "retry-after-ms": "1" }))
      .mockResolvedValueOnce(ANSWER);
    expect(await steady({ doGenerate }).doGenerate(call())).toBe(ANSWER);
    expect(doGenerate).toHaveBeenCalledTimes(3);
  });

  it("does not repeat what is refused, and shows no key", async () => {
    const doGenerate = vi.fn<LanguageModelV3["doGenerate"]>().mockRejectedValue(httpError(400));
    const refused = steady({ doGenerate }).doGenerate(call());
    await expect(refused).rejects.toThrow("HTTP 400: no, [key] says so");
    expect(doGenerate).toHaveBeenCalledTimes(1);
  });

  it("cuts off at the deadline what never answers, though it heeds no signal", async () => {
    const never = new Promise<never>(() => {});
    const model = steady({ doStream: () => never }, { firstMs: 30 });
    await expect(model.doStream(call())).rejects.toThrow("nothing within 0.03 s");
    await expect(model.doStream(call())).rejects.toMatchObject({ late: true });
  });

  it("leaves a provider alone that failed in a row, but not for requests that it could not read", async () => {
    const doGenerate = vi.fn<LanguageModelV3["doGenerate"]>().mockRejectedValue(httpError(401));
    const model = steady({ doGenerate });
    for (const _ of [1, 2]) await expect(model.doGenerate(call())).rejects.toThrow("HTTP 401");
    await expect(model.doGenerate(call())).rejects.toThrow("left alone for 3600 s");
    expect(doGenerate).toHaveBeenCalledTimes(2);
    const unread = steady({ doGenerate: async () => Promise.reject(httpError(422)) });
    for (const _ of [1, 2, 3, 4]) await expect(unread.doGenerate(call())).rejects.toThrow("HTTP 422");
  });

  it("passes the caller's hanging up through, and counts it as nobody's failure", async () => {
    const seen: AbortSignal[] = [];
    const model = steady({
      doGenerate: ({ abortSignal }) =>
        new Promise((_, reject) => {
          if (abortSignal === undefined) return;
          seen.push(abortSignal);
          abortSignal.addEventListener("abort", () => reject(abortSignal.reason));
        }),
    });
    for (const _ of [1, 2, 3]) {
      const caller = new AbortController();
      const answer = model.doGenerate(call(caller.signal));
      caller.abort(new Error("gone"));
      await expect(answer).rejects.toThrow("gone");
    }
    expect(seen.map(({ aborted }) => aborted)).toEqual([true, true, true]);
  });

  describe("streams", () => {
    it("give every part of the model's", async () => {
      const { stream } = await steady({}).doStream(call());
      expect(await readAll(stream)).toEqual(PARTS);
    });

    it("are tried again where they break before the answer begins", async () => {
      const doStream = vi
        .fn<LanguageModelV3["doStream"]>()
        .mockResolvedValueOnce({
          stream: streamOf([
            PARTS[0] ?? { type: "raw", rawValue: 0 },
            { type: "error", error: httpError(503, { "retry-after-ms": "1" }) },
          ]),
        })
        .mockResolvedValueOnce({ stream: streamOf(PARTS) });
      const { stream } = await steady({ doStream }).doStream(call());
      expect(await readAll(stream)).toEqual(PARTS);
      expect(doStream).toHaveBeenCalledTimes(2);
    });

    it("end in an error part where they break or stall in the middle", async () => {
      const broken = steady({ doStream: async () => ({ stream: streamOf(PARTS.slice(0, 3), new Error("reset")) }) });
      // An error discards what a stream has queued: the head was read before.
      await expect(broken.doStream(call())).rejects.toBeInstanceOf(ModelFailure);
      const stalled = steady(
        { doStream: async () => ({ stream: streamOf(PARTS.slice(0, 3), "hang") }) },
        { stallMs: 20 },
      );
      const parts = await readAll((await stalled.doStream(call())).stream);
      expect(parts.slice(0, 3)).toEqual(PARTS.slice(0, 3));
      expect(parts[3]).toMatchObject({ type: "error", error: { name: "TimeoutError" } });
      expect(parts).toHaveLength(4);
    });

    it("let go of the provider when the reader goes away", async () => {
      const cancelled = vi.fn();
      const endless = new ReadableStream<LanguageModelV3StreamPart>({
        pull: (controller) => controller.enqueue({ type: "text-delta", id: "0", delta: "la " }),
        cancel: cancelled,
      });
      const { stream } = await steady({ doStream: async () => ({ stream: endless }) }).doStream(call());
      const reader = stream.getReader();
      await reader.read();
      await reader.read();
      await reader.cancel();
      expect(cancelled).toHaveBeenCalledTimes(1);
    });
  });
});
