import {
  APICallError,
  type LanguageModelV3,
  type LanguageModelV3StreamPart,
  UnsupportedFunctionalityError,
} from "@ai-sdk/provider";
import { describe, expect, it, vi } from "vitest";
import { withCaller } from "./call-caller";
import { resilientModel } from "./resilient-model";
import { ModelFailure } from "./retry-with-backoff";

const call = (abortSignal?: AbortSignal, text = "Hi") => ({
  prompt: [{ role: "user" as const, content: [{ type: "text" as const, text }] }],
  ...(abortSignal === undefined ? {} : { abortSignal }),
});
/** Calls that each ask something else. */
const calls = (count: number) => Array.from({ length: count }, (_, index) => call(undefined, `question ${index}`));
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

/** Of breakers and pauses: it stands still, so that what is left does not depend on the machine's speed. */
const clock = { ms: 0 };

function steady(
  model: Partial<Pick<LanguageModelV3, "doGenerate" | "doStream">>,
  patience: Partial<Parameters<typeof resilientModel>[0]["patience"]> = {},
) {
  return resilientModel({
    model: {
      specificationVersion: "v3",
      ...{ provider: "fake", modelId: "fake", supportedUrls: {} },
      doGenerate: async () => ANSWER,
      doStream: async () => ({ stream: streamOf(PARTS) }),
      ...model,
    },
    patience: { wholeMs: 60_000, firstMs: 60_000, stallMs: 60_000, maximumTries: 3, ...patience },
    breaker: { share: 0.5, minimumFailures: 3, recentMs: 3_600_000, restMs: 3_600_000 },
    now: () => clock.ms,
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

describe("resilientModel", () => {
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

  it("leaves a provider alone that fails for different requests of a caller; others find out for themselves", async () => {
    const doGenerate = vi.fn<LanguageModelV3["doGenerate"]>().mockRejectedValue(httpError(500));
    const model = steady({ doGenerate }, { maximumTries: 1 });
    for (const asked of calls(3)) await expect(model.doGenerate(asked)).rejects.toThrow("HTTP 500");
    await expect(model.doGenerate(call())).rejects.toThrow("left alone for 3600 s");
    expect(doGenerate).toHaveBeenCalledTimes(3);
    doGenerate.mockResolvedValueOnce(ANSWER);
    expect(await model.doGenerate(withCaller(call(), "other"))).toBe(ANSWER);
    // Who asks is no option of the provider's.
    expect(doGenerate.mock.lastCall?.[0].providerOptions).toEqual({});
  });

  it.each([
    ["one request that is repeated", Array.from({ length: 20 }, () => call()), httpError(500)],
    ["what only this request causes", calls(20), httpError(400)],
    ["a key that is refused", calls(20), httpError(401)],
    ["a rate", calls(20), httpError(429, { "retry-after-ms": "1" })],
    ["what the SDK cannot ask this provider", calls(20), new UnsupportedFunctionalityError({ functionality: "video" })],
    ["what a stream itself says of a request", calls(20), { message: "This prompt was filtered" }],
  ])("does not leave a provider alone for %s", async (_, asked, error) => {
    let good = false;
    const model = steady(
      {
        doGenerate: async () => (good ? ANSWER : Promise.reject(error)),
        doStream: async () => ({ stream: streamOf([{ type: "error", error }]) }),
      },
      { maximumTries: 1 },
    );
    for (const one of asked) await expect(model.doGenerate(one)).rejects.toBeInstanceOf(ModelFailure);
    for (const one of asked) await expect(model.doStream(one)).rejects.toBeInstanceOf(ModelFailure);
    good = true;
    expect(await model.doGenerate(call())).toBe(ANSWER);
  });

  it("waits as long as a provider asks two requests to, and says so where that is too long", async () => {
    const doGenerate = vi
      .fn<LanguageModelV3["doGenerate"]>()
      .mockRejectedValue(httpError(429, { "retry-after": "90" }));
    const model = steady({ doGenerate });
    for (const asked of calls(2)) await expect(model.doGenerate(asked)).rejects.toThrow("HTTP 429");
    await expect(model.doGenerate(call())).rejects.toThrow("asks to be called again in 90 s");
    expect(doGenerate).toHaveBeenCalledTimes(2);

    doGenerate.mockReset().mockRejectedValue(httpError(429, { "retry-after-ms": "50" }));
    const hasty = steady({ doGenerate }, { maximumTries: 1 });
    for (const asked of calls(2)) await expect(hasty.doGenerate(asked)).rejects.toThrow("HTTP 429");
    doGenerate.mockResolvedValue(ANSWER);
    const start = performance.now();
    expect(await hasty.doGenerate(call())).toBe(ANSWER);
    expect(performance.now() - start).toBeGreaterThan(40);
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
    for (const { prompt } of calls(20)) {
      const caller = new AbortController();
      const answer = model.doGenerate({ prompt, abortSignal: caller.signal });
      caller.abort(new Error("gone"));
      await expect(answer).rejects.toThrow("gone");
    }
    expect(seen.map(({ aborted }) => aborted)).toEqual(seen.map(() => true));
    expect(seen).toHaveLength(20);
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

    it("that their callers give up are nobody's failure, also where the provider is silent", async () => {
      const hanging = (abortSignal: AbortSignal | undefined) =>
        new ReadableStream<LanguageModelV3StreamPart>({
          start(controller) {
            for (const part of PARTS.slice(0, 3)) controller.enqueue(part);
            abortSignal?.addEventListener("abort", () => controller.error(abortSignal.reason));
          },
        });
      const model = steady({ doStream: async ({ abortSignal }) => ({ stream: hanging(abortSignal) }) });
      for (const { prompt } of calls(20)) {
        const caller = new AbortController();
        const { stream } = await model.doStream({ prompt, abortSignal: caller.signal });
        const parts = readAll(stream);
        caller.abort();
        expect((await parts).at(-1)).toMatchObject({ type: "error" });
        const unread = (await model.doStream({ prompt })).stream.getReader();
        for (const _ of PARTS.slice(0, 3)) await unread.read();
        const next = unread.read();
        await unread.cancel();
        expect(await next).toEqual({ done: true, value: undefined });
      }
      expect(await model.doGenerate(call())).toBe(ANSWER);
    });

    it("that break in the middle are failures", async () => {
      const model = steady({ doStream: async () => ({ stream: streamOf(PARTS.slice(0, 3), "hang") }) }, { stallMs: 5 });
      for (const asked of calls(3)) await readAll((await model.doStream(asked)).stream);
      await expect(model.doStream(call())).rejects.toThrow("left alone");
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
