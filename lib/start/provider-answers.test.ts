import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import OpenAI from "openai";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ANSWER_LIMITS } from "@/lib/gateway/answers/answer-size";
import { createProviders } from "@/lib/gateway/providers";
import { createSpendingLedger, type SpendingStore } from "@/lib/gateway/spending-ledger";
import type { DecisionRecord } from "@/lib/schemas/web/decision";
import { openGatewayModels } from "@/lib/serving/gateway";
import { createTestEndpoint, serveEndpoint } from "@/lib/test/endpoint-server";
import { type ProviderCall, startFaultyProvider } from "@/lib/test/faulty-provider";
import { answerEvents, PROVIDER_KINDS, type ProviderKind, usageOf, wholeAnswer } from "@/lib/test/provider-protocols";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const KEY = "rk-team";
/** The endpoint's fixture counts the money. */
const FREE = { input: 0, output: 0 };
const TEXT = "0123456789".repeat(4);

/** The real gateway's models, over HTTP, before a provider of this kind over HTTP. */
async function serve(kind: ProviderKind, answer: (response: ServerResponse, call: ProviderCall) => void) {
  const provider = await startFaultyProvider(answer);
  const providers = createProviders(
    { openaiApiKey: "sk-a", anthropicApiKey: "sk-b", compatibleApiKey: "sk-c", compatibleBaseUrl: provider.url },
    (url, init) => fetch(String(url).replace(/^https?:\/\/[^/]+\/v1/, provider.url), init),
  );
  const configured = { id: `${kind}/m`, price: FREE, modelVariable: "test", priceVariable: "test" };
  const gateway = { fallback: true, deadlineMs: 60_000, simulatedPaceMs: 0 };
  const { strong, weak } = openGatewayModels(
    { models: { strong: configured, weak: configured }, ...gateway },
    providers,
  );
  const records: DecisionRecord[] = [];
  const sums = { spent: 0, setAside: 0 };
  const book: SpendingStore = {
    async setAside(_account, _month, { dollars }) {
      sums.setAside += dollars;
      return true;
    },
    async book(_account, _month, { spent, released }) {
      sums.spent += spent;
      sums.setAside -= released;
    },
  };
  const ledger = createSpendingLedger({ book, onTrouble: (error) => expect.unreachable(String(error)) });
  const hash = createHash("sha256").update(KEY).digest("hex");
  const endpoint = createTestEndpoint({
    models: { strong: strong.languageModel, weak: weak.languageModel },
    keys: [{ name: "team", hash, requestsPerMinute: undefined, dollarsPerMonth: 100 }],
    decisions: { keep: async (record) => void records.push(record), ...{ stored: 0, lost: 0, waiting: 0 } },
    ledger,
  });
  const served = await serveEndpoint(endpoint);
  stops.push(served.stop, provider.stop);
  return { provider, endpoint, ledger, records, sums, url: served.url };
}
type Served = Awaited<ReturnType<typeof serve>>;

function answerWith(kind: ProviderKind, usage: unknown, call?: { readonly id: string; readonly name: string }) {
  return (response: ServerResponse, { stream }: ProviderCall): void => {
    response.writeHead(200, { "content-type": stream ? "text/event-stream" : "application/json" });
    if (stream) response.end(answerEvents(kind, TEXT, usage, call).join(""));
    else response.end(JSON.stringify(wholeAnswer(kind, TEXT, usage, call)));
  };
}

async function ask({ url }: Served, stream: boolean) {
  const response = await fetch(`${url}/v1/chat/completions`, {
    ...{ method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${KEY}` } },
    body: JSON.stringify({ model: "router-mf-0.5", messages: [{ role: "user", content: "hard" }], stream }),
  });
  return { status: response.status, text: await response.text(), shouldRetry: response.headers.get("x-should-retry") };
}

/** The one record of a request, once its money is booked. */
async function settled({ records, sums, ledger }: Served): Promise<DecisionRecord | undefined> {
  await vi.waitFor(() => expect(records).toHaveLength(1));
  await ledger.close();
  expect(sums.setAside).toBeCloseTo(0, 9);
  return records[0];
}

const CASES = PROVIDER_KINDS.flatMap((kind) => [false, true].map((stream) => [kind, stream] as const));

describe.each(CASES)("%s, streamed: %s", (kind, stream) => {
  it.each<[string, unknown, readonly [number, number] | undefined]>([
    ["digits", usageOf(kind, "12", "7"), [12, 7]],
    ["fractions", usageOf(kind, 11.5, "6.5"), [12, 7]],
    ["parts as text", { ...usageOf(kind, 12, 7), prompt_tokens_details: "0", output_tokens_details: "0" }, [12, 7]],
    ["null", usageOf(kind, null, null), undefined],
    ["negative digits", usageOf(kind, "-5", "-1"), undefined],
    ["words", usageOf(kind, "twelve", "seven"), undefined],
    ["text", "12", undefined],
    ["a list", [12, 7], undefined],
    ["nothing at all", {}, undefined],
  ])("a usage of %s is one answer, asked for once and booked", async (_, usage, counted) => {
    const served = await serve(kind, answerWith(kind, usage));
    const { status, text } = await ask(served, stream);
    expect([status, served.provider.calls.length]).toEqual([200, 1]);
    expect(text).toContain(TEXT);
    const record = await settled(served);
    expect(record).toMatchObject({ outcome: "answered", answeredBy: "strong", tokensEstimated: counted === undefined });
    if (counted !== undefined) expect([record?.inputTokens, record?.outputTokens]).toEqual(counted);
    else expect(record?.outputTokens).toBeGreaterThanOrEqual(10);
    expect(record?.dollars).toBeGreaterThan(0);
    expect(served.sums.spent).toBeGreaterThan(0);
    expect(served.sums.spent).toBeLessThan(0.01);
  });

  it.each([
    ["is no JSON", '{"choices": [{"mess'],
    ["is another page", "<h1>Sign in to this network</h1>"],
    ["has another form", JSON.stringify({ type: "message", choices: [{ text: "word" }], content: [{ text: "word" }] })],
    ["is empty", ""],
  ])("an answer that %s is 502 in one sentence, is not asked for again, and is booked", async (_, body) => {
    const served = await serve(kind, (response) => {
      response.writeHead(200, { "content-type": stream ? "text/event-stream" : "application/json" });
      response.end(stream ? `data: ${body}\n\n` : body);
    });
    const { status, text, shouldRetry } = await ask(served, stream);
    expect([status, served.provider.calls.length, shouldRetry]).toEqual([502, 1, "false"]);
    const { error } = JSON.parse(text);
    expect(error).toMatchObject({ code: "provider_failed" });
    expect(error.message).toMatch(/^test\/strong gave no answer that can be used: [^\n]*\.$/);
    const record = await settled(served);
    expect(record).toMatchObject({
      outcome: "failed",
      error: "unreadable",
      answeredBy: "strong",
      tokensEstimated: true,
    });
    expect(record?.dollars).toBeGreaterThan(0);
    // 500 tokens, as none are asked for, and the question: the most it may have cost.
    expect(served.sums.spent).toBeGreaterThan((500 * 30) / 1e6);
    expect((await served.endpoint.metrics.text()).body).toMatch(
      /routellm_source_dollars_total\{source="endpoint",estimated="true",[^}]*\} [\d.e-]*[1-9]/,
    );
  });

  it("an answer without end is given up, and not asked for again", { timeout: 60_000 }, async () => {
    const megabyte = Buffer.alloc(1_000_000, "x");
    const served = await serve(kind, (response) => {
      response.writeHead(200, { "content-type": stream ? "text/event-stream" : "application/json" });
      response.write(stream ? 'data: {"' : '{"');
      const more = (): void => {
        if (!response.destroyed) response.write(megabyte, () => setImmediate(more));
      };
      more();
    });
    const { status, text } = await ask(served, stream);
    expect([status, served.provider.calls.length]).toEqual([502, 1]);
    expect(JSON.parse(text).error.message).toBe(
      stream
        ? "test/strong gave no answer that can be used: an event of its answer is longer than the 16 MB that are read of one."
        : "test/strong gave no answer that can be used: its answer is longer than the 32 MB that are read of one.",
    );
    await vi.waitFor(() => expect(served.provider.open()).toBe(0), 10_000);
    expect((await settled(served))?.tokensEstimated).toBe(true);
    expect(served.sums.spent).toBeGreaterThan(0);
  });

  it("a tool call has an id and a name that go through up to their limits", async () => {
    const { toolIdCharacters, toolNameCharacters } = ANSWER_LIMITS;
    const call = { id: "i".repeat(toolIdCharacters), name: "n".repeat(toolNameCharacters) };
    const fine = await serve(kind, answerWith(kind, usageOf(kind, 12, 7), call));
    const answer = await ask(fine, stream);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(call.id);
    for (const [what, over] of [
      ["the id", { ...call, id: `${call.id}i` }],
      ["the name", { ...call, name: `${call.name}n` }],
    ] as const) {
      const served = await serve(kind, answerWith(kind, usageOf(kind, 12, 7), over));
      const { status, text } = await ask(served, stream);
      // Streamed, the text before it has been sent.
      expect([status, served.provider.calls.length]).toEqual([stream ? 200 : 502, 1]);
      expect(text).toContain(`${what} of a tool call is longer than`);
      expect(text).not.toContain(over.name.slice(0, 100));
      expect(text).not.toContain("[DONE]");
      expect(await settled(served)).toMatchObject({ outcome: "failed", error: "unreadable", tokensEstimated: true });
      expect(served.sums.spent).toBeGreaterThan(0);
    }
  });
});

it.each(PROVIDER_KINDS)("words of %s reach the client before the next are said", async (kind) => {
  const events = answerEvents(kind, "first", usageOf(kind, "12", "7"));
  const begin = events.findIndex((event) => event.includes("first")) + 1;
  let goOn = (): void => undefined;
  const served = await serve(kind, (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" }).write(events.slice(0, begin).join(""));
    goOn = () => response.end(events.slice(begin).join(""));
  });
  const client = new OpenAI({ baseURL: `${served.url}/v1`, apiKey: KEY, maxRetries: 0 });
  const stream = await client.chat.completions.create({
    ...{ model: "router-mf-0.5", messages: [{ role: "user", content: "hard" }], stream: true },
  });
  let text = "";
  for await (const chunk of stream) {
    text += chunk.choices[0]?.delta.content ?? "";
    if (text === "first") goOn();
  }
  expect(await settled(served)).toMatchObject({ inputTokens: 12, outputTokens: 7, tokensEstimated: false });
});

it("an OpenAI client with its own retries does not buy an answer that cannot be used again", async () => {
  const served = await serve("openai", (response) => response.end("{}"));
  const client = new OpenAI({ baseURL: `${served.url}/v1`, apiKey: KEY });
  const asked = client.chat.completions.create({
    model: "router-mf-0.5",
    messages: [{ role: "user", content: "hard" }],
  });
  await expect(asked).rejects.toMatchObject({ status: 502 });
  expect(served.provider.calls).toHaveLength(1);
});

it("of what goes with a refusal, only the beginning is read", async () => {
  const served = await serve("openai", (response) => {
    response.writeHead(400, { "content-type": "application/json" });
    const more = (): void => {
      if (!response.destroyed) response.write(Buffer.alloc(100_000, " "), () => setImmediate(more));
    };
    more();
  });
  expect(await ask(served, false)).toMatchObject({ status: 400 });
  await vi.waitFor(() => expect(served.provider.open()).toBe(0));
});
