import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { createProviders } from "@/lib/gateway/providers";
import { type ModelRetryPolicy, resilientModel } from "@/lib/gateway/resilient-model";
import { createTestEndpoint, serveEndpoint } from "@/lib/test/endpoint-server";
import { answerWell, EVENTS, fail, type ProviderCall, startFaultyProvider } from "@/lib/test/faulty-provider";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const KEY = "sk-revoked-secret";
const MANY = 100;
const SLOW = { timeout: 20_000 };
const MINUTE = 60_000;

/** The endpoint over HTTP, in front of a provider over HTTP that fails as it is told to. */
async function serve(
  answer: (response: ServerResponse, call: ProviderCall) => void,
  {
    minimumFailures = Number.POSITIVE_INFINITY,
    ...patience
  }: Partial<ModelRetryPolicy> & { readonly minimumFailures?: number } = {},
) {
  const provider = await startFaultyProvider(answer);
  const settings = { openaiApiKey: undefined, anthropicApiKey: undefined, compatibleApiKey: KEY };
  const providers = createProviders({ ...settings, compatibleBaseUrl: provider.url });
  const model = providers.model("openai-compatible/m", "test").languageModel;
  if (model.specificationVersion !== "v3") throw new TypeError("not a model of this SDK");
  const strong = resilientModel({
    ...{ model, redact: providers.redact, random: () => 0 },
    patience: { wholeMs: MINUTE, firstMs: MINUTE, stallMs: MINUTE, maximumTries: 3, ...patience },
    breaker: { share: 0.5, minimumFailures, recentMs: 3_600_000, restMs: 3_600_000 },
    // Its clock stands still, so that the time it has left to rest does not depend on the machine's speed.
    now: () => 0,
  });
  const endpoint = createTestEndpoint({ models: { strong }, maximumConcurrent: MANY });
  const served = await serveEndpoint(endpoint);
  stops.push(served.stop, provider.stop);
  return { provider, endpoint, url: served.url };
}

async function ask(url: string, stream: boolean, content = "hard") {
  const response = await fetch(`${url}/v1/chat/completions`, {
    ...{ method: "POST", headers: { "content-type": "application/json" } },
    body: JSON.stringify({ model: "router-mf-0.5", stream, messages: [{ role: "user", content }] }),
  });
  return { status: response.status, retryAfter: response.headers.get("retry-after"), text: await response.text() };
}

/** A hundred at once, half of them streamed. */
const askMany = (url: string, contentOf = (_index: number) => "hard") =>
  Promise.all(Array.from({ length: MANY }, (_, index) => ask(url, index % 2 === 0, contentOf(index))));
const askDifferent = (url: string) => askMany(url, (index) => `hard question ${index}`);

const envelope = z.object({ error: z.object({ message: z.string(), type: z.string(), code: z.string().nullable() }) });
const errorOf = (text: string) => envelope.parse(JSON.parse(text)).error;
/** Of an answer that had begun when it failed. */
const lastEvent = (text: string): unknown => JSON.parse(text.trim().split("\n\n").at(-1)?.replace("data: ", "") ?? "");

type Fixture = Awaited<ReturnType<typeof serve>>;
/** Nothing is held any more, here or at the provider, and no answer shows the key. */
async function expectNothingLeft({ endpoint, provider }: Fixture, answers: readonly { readonly text: string }[]) {
  await vi.waitFor(() => expect([endpoint.admission.active, provider.open()]).toEqual([0, 0]), SLOW);
  for (const { text } of answers) expect(text).not.toContain(KEY);
}

describe("a hundred requests at once", () => {
  it("are all answered where the provider is well", async () => {
    const fixture = await serve(answerWell);
    const answers = await askMany(fixture.url);
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: MANY }, () => 200));
    expect(fixture.provider.calls).toHaveLength(MANY);
    expect(new Set(fixture.provider.calls.map(({ key }) => key))).toEqual(new Set([KEY]));
    await expectNothingLeft(fixture, answers);
  });

  it("outlast a storm of 429 that passes within their tries", async () => {
    const fixture = await serve(
      (response, call) => {
        if (call.number > MANY) answerWell(response, call);
        else fail(response, 429, { "retry-after-ms": "1" });
      },
      // One of them may meet all of the storm before the others have come.
      { maximumTries: MANY + 1 },
    );
    const answers = await askMany(fixture.url);
    expect(answers.every(({ status, text }) => status === 200 && text.includes("word"))).toBe(true);
    // No call more than the storm refused, and one that was answered for each request.
    expect(fixture.provider.calls).toHaveLength(2 * MANY);
    await expectNothingLeft(fixture, answers);
  });

  it("are told 429 where it does not, and when to come back", async () => {
    const fixture = await serve((response) => fail(response, 429, { "retry-after": "120" }));
    const answers = await askMany(fixture.url);
    for (const { status, retryAfter, text } of answers) {
      expect([status, retryAfter, errorOf(text).code]).toEqual([429, "120", "rate_limit_exceeded"]);
    }
    // Asked to wait for longer than the deadline, nobody tries again.
    expect(fixture.provider.calls).toHaveLength(MANY);
    await expectNothingLeft(fixture, answers);
  });

  it("do not all ask a provider that told some of them to wait", async () => {
    const fixture = await serve((response) => fail(response, 429, { "retry-after": "120" }));
    const [first, second] = [await askDifferent(fixture.url), await askDifferent(fixture.url)];
    for (const { status, retryAfter } of [...first, ...second]) expect([status, retryAfter]).toEqual([429, "120"]);
    expect(fixture.provider.calls.length).toBeLessThanOrEqual(MANY);
    await expectNothingLeft(fixture, [...first, ...second]);
  });

  it("end with 502 where something else answers than the provider", async () => {
    const fixture = await serve(
      (response) => response.writeHead(200, { "content-type": "text/html" }).end("<h1>Sign in to this network</h1>"),
      { maximumTries: 1 },
    );
    const answers = await askMany(fixture.url);
    for (const { status, text } of answers) {
      expect([status, errorOf(text).code]).toEqual([502, "provider_failed"]);
      expect(text).not.toContain("Sign in");
    }
    await expectNothingLeft(fixture, answers);
  });

  it("see the end of what they have where the connection is reset in the middle", async () => {
    const fixture = await serve(
      (response, { stream }) => {
        response.writeHead(200, { "content-type": stream ? "text/event-stream" : "application/json" });
        response.write(stream ? EVENTS.word : '{"choices":[', () => setImmediate(() => response.destroy()));
      },
      { maximumTries: 1 },
    );
    const answers = await askMany(fixture.url);
    for (const [index, { status, text }] of answers.entries()) {
      const streamed = index % 2 === 0;
      // The first words have been sent, so that the status stands.
      expect(status).toBe(streamed ? 200 : 502);
      expect(streamed ? lastEvent(text) : JSON.parse(text)).toMatchObject({ error: { code: "provider_failed" } });
      if (streamed) expect(text).toContain('"content":"word "');
      expect(text).not.toContain("[DONE]");
    }
    await expectNothingLeft(fixture, answers);
  });

  it("are not sent on to a provider that failed often enough, until it has rested", async () => {
    const fixture = await serve((response) => fail(response, 500), { maximumTries: 1, minimumFailures: 5 });
    const first = await askDifferent(fixture.url);
    const sent = fixture.provider.calls.length;
    const second = await askDifferent(fixture.url);
    expect(fixture.provider.calls).toHaveLength(sent);
    for (const { status } of [...first, ...second]) expect(status).toBe(502);
    expect(second.every(({ text, retryAfter }) => text.includes("left alone") && retryAfter === "3600")).toBe(true);
    await expectNothingLeft(fixture, [...first, ...second]);
  });

  it("end at once and without the key where it is revoked in the middle of the run", async () => {
    const fixture = await serve((response, call) => {
      if (call.number <= MANY) answerWell(response, call);
      else fail(response, 401);
    });
    const [before, after] = [await askMany(fixture.url), await askMany(fixture.url)];
    expect(before.every(({ status }) => status === 200)).toBe(true);
    // Not 401: the caller's own key is good.
    for (const { status, text } of after) expect([status, errorOf(text).code]).toEqual([502, "provider_failed"]);
    expect(fixture.provider.calls).toHaveLength(2 * MANY);
    await expectNothingLeft(fixture, [...before, ...after]);
  });

  it("end with an event where the provider falls silent in the middle, which is let go", async () => {
    const fixture = await serve(
      (response, call) => {
        if (!call.stream) return answerWell(response, call);
        response.writeHead(200, { "content-type": "text/event-stream" }).write(EVENTS.word);
      },
      { stallMs: 100 },
    );
    const answers = await askMany(fixture.url);
    for (const [index, { status, text }] of answers.entries()) {
      expect(status).toBe(200);
      if (index % 2 === 1) continue;
      expect(lastEvent(text)).toMatchObject({ error: { code: "provider_timed_out" } });
      expect(text).not.toContain("[DONE]");
    }
    await expectNothingLeft(fixture, answers);
  });

  it("wait for a slow first word, but no longer than the deadline", async () => {
    const late = (response: ServerResponse, call: ProviderCall) => {
      setTimeout(() => answerWell(response, call), 300);
    };
    const patient = await serve(late);
    const answers = await askMany(patient.url);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    await expectNothingLeft(patient, answers);

    const hasty = await serve(() => undefined, { wholeMs: 100, firstMs: 100 });
    const refused = await askMany(hasty.url);
    for (const { status, text } of refused) {
      expect([status, errorOf(text).code]).toEqual([504, "provider_timed_out"]);
    }
    await expectNothingLeft(hasty, refused);
  });

  it.each([
    ["from the start", "", 502],
    ["after some words", EVENTS.word, 200],
  ])("take events that are none for a failure, %s", async (_, begin, expected) => {
    const broken = 'data: {"choices":[{"index":0,"delta":{"content":\n\n';
    const fixture = await serve(
      (response, call) => {
        if (!call.stream) return answerWell(response, call);
        response.writeHead(200, { "content-type": "text/event-stream" }).end(begin + broken + EVENTS.end);
      },
      { maximumTries: 1 },
    );
    const answers = await askMany(fixture.url);
    for (const { status, text } of answers.filter((_answer, index) => index % 2 === 0)) {
      expect(status).toBe(expected);
      const failure = expected === 200 ? lastEvent(text) : JSON.parse(text);
      expect(failure).toMatchObject({ error: { code: "provider_failed" } });
      expect(text).not.toContain("[DONE]");
    }
    await expectNothingLeft(fixture, answers);
  });
});
