import { createHash } from "node:crypto";
import type { LanguageModelV3, LanguageModelV3StreamPart } from "@ai-sdk/provider";
import OpenAI from "openai";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { RoutingError } from "@/lib/domain/routing-error";
import { toReadableStream } from "@/lib/gateway/answers/readable-stream";
import { toWebResponse } from "@/lib/http/exchange";
import type { DecisionRecord } from "@/lib/schemas/web/decision";
import { createTestEndpoint, type FixtureOptions, serveEndpoint, type TestServer } from "@/lib/test/endpoint-server";
import { completeChat } from "./complete-chat";

const running: TestServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

async function serve(options: FixtureOptions) {
  const endpoint = createTestEndpoint(options);
  const server = await serveEndpoint(endpoint);
  running.push(server);
  const clientWith = (apiKey: string) => new OpenAI({ baseURL: `${server.url}/v1`, apiKey, maxRetries: 0 });
  return { endpoint, clientWith, client: clientWith("none"), url: server.url };
}

const BODY = { model: "router-mf-0.5", messages: [{ role: "user" as const, content: "hard" }] };
const FINISH: LanguageModelV3StreamPart = {
  type: "finish",
  finishReason: { unified: "stop", raw: undefined },
  usage: {
    inputTokens: { total: 7, noCache: 7, cacheRead: undefined, cacheWrite: undefined },
    outputTokens: { total: 2, text: 2, reasoning: undefined },
  },
};

/** A model whose stream is a list of parts, and whose whole answer fails. */
function modelOf(parts: (signal: AbortSignal | undefined) => AsyncGenerator<LanguageModelV3StreamPart>, error?: Error) {
  const model: LanguageModelV3 = {
    ...{ specificationVersion: "v3", provider: "test", modelId: "test", supportedUrls: {} },
    doGenerate: async () => {
      throw error ?? new Error("not here");
    },
    doStream: async ({ abortSignal }) => {
      if (error !== undefined) throw error;
      return { stream: toReadableStream(parts(abortSignal)) };
    },
  };
  return model;
}
const failing = (error: Error) => modelOf(async function* () {}, error);
const failure = (code: "incomplete" | "timed_out" | "rate_limited" | "overloaded") =>
  new RoutingError({ code, parameter: "model", message: "openai/x did not answer: HTTP 500." });
/** The answer's id is its decision's. */
const idOf = (answer: unknown) => ({ id: z.object({ id: z.string() }).parse(answer).id });
const metricsOf = async ({ metrics }: ReturnType<typeof createTestEndpoint>) => (await metrics.text()).body;

describe("what fails", () => {
  it.each([
    [{ model: undefined }, "model", "model is missing."],
    [{ messages: [] }, "messages", "messages is not as it should be"],
    [{ messages: [{ role: "boss", content: "x" }] }, "messages[0].role", 'must be one of "system", "developer"'],
    [{ messages: [{ role: "user", content: 5 }] }, "messages[0].content", "expected string"],
    [
      { messages: [{ role: "user", content: [{ type: "image_url", image_url: { url: "file:///etc/passwd" } }] }] },
      "messages[0].content[0].image_url.url",
      "must be an http(s) address",
    ],
    [{ messages: [{ role: "user", content: [{ type: "sound" }] }] }, "messages[0].content[0].type", '"image_url"'],
    [{ messages: [{ role: "assistant" }] }, "messages[0].content", "is missing"],
    [
      { messages: [{ role: "tool", tool_call_id: "a", content: "x" }] },
      "messages[0].tool_call_id",
      "must be the id of a tool call",
    ],
    [{ temperature: 3 }, "temperature", "<=2"],
    [{ max_tokens: 0 }, "max_tokens", ">=1"],
    [{ n: 2 }, "n", "must be 1"],
    [{ logprobs: true }, "logprobs", "must be false"],
    [{ tool_choice: "required" }, "tool_choice", "tools names none"],
    [{ tools: [{ type: "function", function: { name: "a b" } }] }, "tools[0].function.name", "1 to 64 letters"],
    [{ response_format: { type: "xml" } }, "response_format.type", '"json_schema"'],
    [{ messages: [{ role: "system", content: "x" }] }, "messages", "at least one user message"],
  ])("400 names the field: %j", async (change, param, message) => {
    const { clientWith } = await serve({});
    const asking = clientWith("x").post("/chat/completions", { body: { ...BODY, ...change } });
    await expect(asking).rejects.toMatchObject({ status: 400, type: "invalid_request_error", param, code: null });
    await expect(asking).rejects.toThrow(message);
  });

  it.each([
    [{ model: "gpt-4" }, 404, "model_not_found", "model"],
    [{ user: "x".repeat(200_000) }, 413, "request_too_large", null],
  ])("%# is said with its status", async (change, status, code, param) => {
    const { client } = await serve({});
    await expect(client.chat.completions.create({ ...BODY, ...change })).rejects.toMatchObject({ status, code, param });
  });

  it.each([
    [failure("incomplete"), 502, "provider_failed"],
    [failure("timed_out"), 504, "provider_timed_out"],
    [failure("rate_limited"), 429, "rate_limit_exceeded"],
  ])("a provider that fails before its first word is no 200, streamed or not: %s", async (error, status, code) => {
    const { client } = await serve({ models: { strong: failing(error) } });
    for (const stream of [false, true]) {
      await expect(client.chat.completions.create({ ...BODY, stream })).rejects.toMatchObject({ status, code });
    }
  });

  it("says nothing of a failure that nobody foresaw", async () => {
    const { client } = await serve({ models: { strong: failing(new Error("secret sk-1 at /home")) } });
    const asking = client.chat.completions.create(BODY);
    await expect(asking).rejects.toMatchObject({ status: 500, type: "server_error" });
    await expect(asking).rejects.not.toThrow(/secret|home/);
  });

  it("takes JSON only, and says where a body is none", async () => {
    const { url } = await serve({});
    const post = (body: string, type: string) =>
      fetch(`${url}/v1/chat/completions`, { method: "POST", body, headers: { "content-type": type } });
    const form = await post(JSON.stringify(BODY), "text/plain");
    expect([form.status, await form.json()]).toEqual([
      400,
      { error: expect.objectContaining({ param: "content-type" }) },
    ]);
    const broken = await post("{", "application/json");
    expect([broken.status, await broken.json()]).toEqual([400, { error: expect.objectContaining({ param: "body" }) }]);
  });

  it("is the last event where the answer has begun, and there is no [DONE]", async () => {
    const strong = modelOf(async function* () {
      yield { type: "text-delta", id: "0", delta: "Half an" };
      yield { type: "error", error: new Error("secret") };
    });
    const { client, url, endpoint } = await serve({ models: { strong } });
    const stream = await client.chat.completions.create({ ...BODY, stream: true });
    const words: string[] = [];
    const reading = (async () => {
      for await (const chunk of stream) words.push(chunk.choices[0]?.delta.content ?? "");
    })();
    await expect(reading).rejects.toThrow("broke off in the middle");
    expect(words).toEqual(["Half an"]);
    const raw = await fetch(`${url}/v1/chat/completions`, {
      ...{ method: "POST", headers: { "content-type": "application/json" } },
      body: JSON.stringify({ ...BODY, stream: true }),
    });
    const text = await raw.text();
    expect(text).not.toMatch(/DONE|secret/);
    expect(text).toContain('"provider_failed"');
    expect(await metricsOf(endpoint)).toContain('routellm_requests_total{router="mf",choice="strong",status="502"} 2');
  });

  it("counts a stream that ends without its end as broken off", async () => {
    const strong = modelOf(async function* () {
      yield { type: "text-delta", id: "0", delta: "Half" };
    });
    const { client } = await serve({ models: { strong } });
    const runner = client.chat.completions.stream(BODY);
    await expect(runner.finalContent()).rejects.toThrow("broke off");
  });
});

describe("keys", () => {
  const key = (name: string, secret: string, limits: { rpm?: number; usd?: number } = {}) => ({
    ...{ name, hash: createHash("sha256").update(secret).digest("hex") },
    requestsPerMinute: limits.rpm,
    dollarsPerMonth: limits.usd,
  });

  it("let in who has one", async () => {
    const { clientWith } = await serve({ keys: [key("team", "right")] });
    await expect(clientWith("wrong").chat.completions.create(BODY)).rejects.toMatchObject({
      ...{ status: 401, code: "invalid_api_key", param: null },
    });
    expect((await clientWith("right").chat.completions.create(BODY)).object).toBe("chat.completion");
  });

  it("hold each to its own requests a minute, and say when to come back", async () => {
    const { clientWith } = await serve({ keys: [key("slow", "a", { rpm: 1 }), key("free", "b")] });
    await clientWith("a").chat.completions.create(BODY);
    const refused = clientWith("a").chat.completions.create(BODY);
    await expect(refused).rejects.toMatchObject({ status: 429, code: "rate_limit_exceeded" });
    const error = await refused.catch((caught: unknown) => caught);
    expect(error instanceof OpenAI.APIError && Number(error.headers?.get("retry-after"))).toBeGreaterThan(0);
    await clientWith("b").chat.completions.create(BODY);
  });

  it("stop at their dollars, and the client does not try again", async () => {
    // An answer of a million tokens costs 30 dollars at most here; the simulated one is much shorter.
    const { clientWith } = await serve({ keys: [key("poor", "a", { usd: 40 })] });
    const long = { ...BODY, max_tokens: 1_000_000 };
    for await (const _ of await clientWith("a").chat.completions.create({ ...long, stream: true }));
    await clientWith("a").chat.completions.create(long);
    const asking = clientWith("a").chat.completions.create({ ...BODY, max_tokens: 2_000_000 }, { maxRetries: 2 });
    await expect(asking).rejects.toMatchObject({ status: 429, code: "insufficient_quota" });
    await expect(asking).rejects.toThrow("ask for a shorter answer");
  });
});

describe("a client that goes away", () => {
  it("stops the model in the middle of its answer, frees the place, and pays for what was said", async () => {
    let stopped = false;
    const strong = modelOf(async function* (signal) {
      signal?.addEventListener("abort", () => {
        stopped = true;
      });
      for (;;) {
        yield { type: "text-delta", id: "0", delta: "word " };
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    });
    const { client, endpoint } = await serve({ models: { strong } });
    const stream = await client.chat.completions.create({ ...BODY, stream: true });
    let words = 0;
    for await (const _ of stream) if (++words === 3) break;
    await vi.waitFor(() => expect(stopped).toBe(true), { timeout: 20_000 });
    await vi.waitFor(() => expect(endpoint.admission.active).toBe(0), { timeout: 20_000 });
    const text = await metricsOf(endpoint);
    expect(text).toContain('routellm_requests_total{router="mf",choice="strong",status="499"} 1');
    expect(text).toMatch(/routellm_tokens_total\{answered_by="strong",direction="output",simulated="false"\} [1-9]/);
  });

  it("stops a model that has said nothing yet", async () => {
    let seen: AbortSignal | undefined;
    const strong: LanguageModelV3 = {
      ...modelOf(async function* () {}),
      doGenerate: ({ abortSignal }) => {
        seen = abortSignal;
        return new Promise((_, reject) => abortSignal?.addEventListener("abort", () => reject(abortSignal.reason)));
      },
    };
    const { client, endpoint } = await serve({ models: { strong } });
    const hangUp = new AbortController();
    const asking = client.chat.completions.create(BODY, { signal: hangUp.signal });
    await vi.waitFor(() => expect(seen).toBeDefined(), { timeout: 20_000 });
    hangUp.abort();
    await expect(asking).rejects.toThrow(OpenAI.APIUserAbortError);
    await vi.waitFor(() => expect(seen?.aborted).toBe(true), { timeout: 20_000 });
    await vi.waitFor(() => expect(endpoint.admission.active).toBe(0), { timeout: 20_000 });
  });

  it("gives its place back where nobody ever began to read", async () => {
    const endpoint = createTestEndpoint({ paceMs: 1 });
    const request = new Request("http://localhost/v1/chat/completions", {
      ...{ method: "POST", headers: { "content-type": "application/json" } },
      body: JSON.stringify({ ...BODY, stream: true }),
    });
    const { body } = toWebResponse(await completeChat(request, endpoint));
    expect(endpoint.admission.active).toBe(1);
    await body?.cancel();
    expect(endpoint.admission.active).toBe(0);
  });
});

describe("more requests than there is room for", () => {
  it("wait for their turn, and those beyond are told to come back", async () => {
    const release: (() => void)[] = [];
    const strong = modelOf(async function* () {
      yield { type: "text-delta", id: "0", delta: "x" };
      await new Promise<void>((resolve) => release.push(resolve));
      yield FINISH;
    });
    const { client, endpoint } = await serve({ models: { strong }, maximumConcurrent: 1, maximumWaiting: 1 });
    const first = client.chat.completions.stream(BODY).finalContent();
    await vi.waitFor(() => expect(release.length).toBe(1), { timeout: 20_000 });
    const second = client.chat.completions.stream(BODY).finalContent();
    await vi.waitFor(() => expect(endpoint.admission.waiting).toBe(1), { timeout: 20_000 });
    await expect(client.chat.completions.create(BODY)).rejects.toMatchObject({ status: 429 });
    release[0]?.();
    expect(await first).toBe("x");
    await vi.waitFor(() => expect(release.length).toBe(2), { timeout: 20_000 });
    release[1]?.();
    expect(await second).toBe("x");
    expect(await metricsOf(endpoint)).toContain('routellm_requests_in_progress{state="active"} 0');
  });
});

describe("decisions", () => {
  const TEXT = "A hard and confidential question";
  const ASKED = { ...BODY, messages: [{ role: "user" as const, content: TEXT }] };

  it("are stored before the end of the answer is sent, streamed or not, without its text", async () => {
    const records: DecisionRecord[] = [];
    const release: (() => void)[] = [];
    const keep = (record: DecisionRecord) => {
      records.push(record);
      return new Promise<void>((resolve) => release.push(resolve));
    };
    const { client } = await serve({ decisions: { keep, stored: 0, lost: 0, waiting: 0 } });
    let text = "";
    let isOver = false;
    const streaming = (async () => {
      for await (const { choices } of await client.chat.completions.create({ ...ASKED, stream: true })) {
        text += choices[0]?.delta.content ?? "";
        if (choices[0]?.finish_reason === "stop") isOver = true;
      }
    })();
    await vi.waitFor(() => expect(records).toHaveLength(1), { timeout: 20_000 });
    await vi.waitFor(() => expect(text).toContain("strong model"), { timeout: 20_000 });
    expect(isOver).toBe(false);
    release[0]?.();
    await streaming;
    expect(isOver).toBe(true);
    let whole: unknown;
    const asking = client.chat.completions.create(ASKED).then((answer) => {
      whole = answer;
    });
    await vi.waitFor(() => expect(records).toHaveLength(2), { timeout: 20_000 });
    expect(whole).toBeUndefined();
    release[1]?.();
    await asking;
    const [first, second] = records;
    expect(first).toMatchObject({
      ...{ source: "endpoint", router: "mf", threshold: 0.5, winRate: 0.8, choice: "strong", scope: "turn" },
      ...{ streamed: true, outcome: "answered", error: null, answeredBy: "strong", simulated: true },
    });
    // Simulated prices are 10 and 30 dollars per million tokens.
    expect(first?.dollars).toBeCloseTo(((first?.inputTokens ?? 0) * 10 + (first?.outputTokens ?? 0) * 30) / 1e6, 12);
    expect(second).toMatchObject({ ...idOf(whole), streamed: false });
    expect(JSON.stringify(records)).not.toMatch(/confidential|Simulated answer/);
  });

  it("are stored of answers that failed, and of none that was refused before", async () => {
    const records: DecisionRecord[] = [];
    const keep = async (record: DecisionRecord) => void records.push(record);
    const decisions = { keep, stored: 0, lost: 0, waiting: 0 };
    const { client } = await serve({ decisions, models: { strong: failing(failure("timed_out")) } });
    await expect(client.chat.completions.create(ASKED)).rejects.toMatchObject({ status: 504 });
    await expect(client.chat.completions.create({ ...ASKED, model: "nobody" })).rejects.toMatchObject({ status: 404 });
    expect(records).toMatchObject([
      { choice: "strong", outcome: "failed", error: "timed_out", answeredBy: null, model: null, dollars: null },
    ]);
  });
});

describe("scope", () => {
  it("keeps a conversation with the model it began with, where the client wants it", async () => {
    const { client } = await serve({});
    const messages = [
      { role: "user" as const, content: "hard" },
      { role: "assistant" as const, content: "Yes." },
      { role: "user" as const, content: "thanks" },
    ];
    const ask = (headers: Record<string, string>) =>
      client.chat.completions.create({ ...BODY, messages }, { headers }).withResponse();
    expect((await ask({})).data.model).toBe("simulated/weak");
    const kept = await ask({ "x-routellm-scope": "conversation" });
    expect([kept.data.model, kept.response.headers.get("x-routellm-reason")]).toEqual(["simulated/strong", "kept"]);
    await expect(ask({ "x-routellm-scope": "life" })).rejects.toMatchObject({ status: 400 });
  });
});
