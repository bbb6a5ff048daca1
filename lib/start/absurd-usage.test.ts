import { afterEach, expect, it, vi } from "vitest";
import { z } from "zod";
import { createProviders } from "@/lib/gateway/providers";
import type { DecisionRecord } from "@/lib/schemas/web/decision";
import { openGatewayModels } from "@/lib/serving/gateway";
import { createTestEndpoint, serveEndpoint } from "@/lib/test/endpoint-server";
import { startFaultyProvider } from "@/lib/test/faulty-provider";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const usageSchema = z.object({
  prompt_tokens: z.int().nonnegative(),
  completion_tokens: z.int().nonnegative(),
  total_tokens: z.int().nonnegative(),
});

/** The endpoint before a provider that says this of an answer of 40 characters. */
async function serve(usage: object | undefined) {
  const provider = await startFaultyProvider((response, { stream }) => {
    const content = "0123456789".repeat(4);
    const head = { id: "x", created: 0, model: "m" };
    if (!stream) {
      const choices = [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }];
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ ...head, object: "chat.completion", choices, usage }));
      return;
    }
    const chunk = (more: object) =>
      `data: ${JSON.stringify({ ...head, object: "chat.completion.chunk", ...more })}\n\n`;
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(chunk({ choices: [{ index: 0, delta: { role: "assistant", content }, finish_reason: null }] }));
    response.write(chunk({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] }));
    if (usage !== undefined) response.write(chunk({ choices: [], usage }));
    response.end("data: [DONE]\n\n");
  });
  const settings = { openaiApiKey: undefined, anthropicApiKey: undefined, compatibleApiKey: "sk-provider" };
  const price = { input: 10, output: 30 };
  const configured = { id: "openai-compatible/m", price, modelVariable: "test", priceVariable: "test" };
  const { strong } = openGatewayModels(
    {
      models: { strong: configured, weak: configured },
      ...{ fallback: false, deadlineMs: 60_000, simulatedPaceMs: 0 },
    },
    createProviders({ ...settings, compatibleBaseUrl: provider.url }),
  );
  const records: DecisionRecord[] = [];
  const endpoint = createTestEndpoint({
    models: { strong: strong.languageModel },
    decisions: {
      keep: async (record) => void records.push(record),
      ...{ stored: 0, lost: 0, waiting: 0 },
    },
  });
  const served = await serveEndpoint(endpoint);
  stops.push(served.stop, provider.stop);
  return { endpoint, records, url: served.url };
}

async function ask(url: string, stream: boolean) {
  const response = await fetch(`${url}/v1/chat/completions`, {
    ...{ method: "POST", headers: { "content-type": "application/json" } },
    body: JSON.stringify({
      ...{ model: "router-mf-0.5", messages: [{ role: "user", content: "hard" }], stream },
      ...(stream && { stream_options: { include_usage: true } }),
    }),
  });
  const text = await response.text();
  const last = stream ? text.trim().split("\n\n").at(-2)?.replace("data: ", "") : text;
  return { status: response.status, usage: usageSchema.parse(JSON.parse(last ?? "").usage) };
}

it.each([
  ["negative", { prompt_tokens: -5, completion_tokens: -1, total_tokens: -6 }],
  ["huge", { prompt_tokens: 1e18, completion_tokens: 1e18, total_tokens: 2e18 }],
  ["missing", undefined],
])("a %s usage is estimated and marked, in the answer, the record and the metrics", async (_, usage) => {
  const { endpoint, records, url } = await serve(usage);
  for (const stream of [false, true]) {
    const answer = await ask(url, stream);
    expect(answer.status).toBe(200);
    await vi.waitFor(() => expect(records).toHaveLength(1));
    const [record] = records.splice(0);
    expect(record).toMatchObject({ outcome: "answered", tokensEstimated: true });
    expect([record?.inputTokens, record?.outputTokens]).toEqual([
      answer.usage.prompt_tokens,
      answer.usage.completion_tokens,
    ]);
    expect(answer.usage.completion_tokens).toBeGreaterThanOrEqual(10);
    expect(answer.usage.completion_tokens).toBeLessThan(50);
    expect(record?.dollars).toBeGreaterThan(0);
    expect(record?.dollars).toBeLessThan(0.01);
  }
  const { body } = await endpoint.metrics.text();
  expect(body).toMatch(/routellm_tokens_total\{[^}]*direction="output"[^}]*\} \d+\n/);
});

it("a fractional usage is rounded up", async () => {
  const { records, url } = await serve({ prompt_tokens: 2.5, completion_tokens: 6.1, total_tokens: 8.6 });
  expect((await ask(url, false)).usage).toEqual({ prompt_tokens: 3, completion_tokens: 7, total_tokens: 10 });
  await vi.waitFor(() => expect(records).toMatchObject([{ inputTokens: 3, outputTokens: 7, tokensEstimated: false }]));
});
