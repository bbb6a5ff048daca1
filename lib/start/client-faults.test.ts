import type { ServerResponse } from "node:http";
import OpenAI, { APIError } from "openai";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createProviders } from "@/lib/gateway/providers";
import { openGatewayModels } from "@/lib/serving/gateway";
import { createTestEndpoint, serveEndpoint } from "@/lib/test/endpoint-server";
import { answerWell, EVENTS, fail, type ProviderCall, startFaultyProvider } from "@/lib/test/faulty-provider";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const FREE = { input: 0, output: 0 };

/** The real gateway's models in front of a provider over HTTP, and the clients that people use. */
async function serve(
  answer: (response: ServerResponse, call: ProviderCall) => void,
  { maxRetries }: { readonly maxRetries?: number } = { maxRetries: 0 },
) {
  const provider = await startFaultyProvider(answer);
  const settings = { openaiApiKey: undefined, anthropicApiKey: undefined, compatibleApiKey: "sk-provider" };
  const configured = { id: "openai-compatible/m", price: FREE, modelVariable: "test", priceVariable: "test" };
  const { strong } = openGatewayModels(
    {
      models: { strong: configured, weak: configured },
      ...{ fallback: false, deadlineMs: 60_000, simulatedPaceMs: 0 },
    },
    createProviders({ ...settings, compatibleBaseUrl: provider.url }),
  );
  const endpoint = createTestEndpoint({ models: { strong: strong.languageModel } });
  const served = await serveEndpoint(endpoint);
  stops.push(served.stop, provider.stop);
  const client = new OpenAI({
    baseURL: `${served.url}/v1`,
    apiKey: "none",
    ...(maxRetries === undefined ? {} : { maxRetries }),
  });
  const ask = (content: string) => ({ model: "router-mf-0.5", messages: [{ role: "user" as const, content }] });
  return {
    provider,
    endpoint,
    /** @returns its status. */
    async ask(content: string): Promise<number | undefined> {
      try {
        return (await client.chat.completions.create(ask(content)).asResponse()).status;
      } catch (error) {
        if (error instanceof APIError) return error.status;
        throw error;
      }
    },
    stream: (content: string, signal: AbortSignal) =>
      client.chat.completions.create({ ...ask(content), stream: true }, { signal }),
  };
}

/** Fails by what the prompt says, as `fail 500` or `fail 429 1`; what asks for nothing of the kind is answered. */
function failAsAsked(response: ServerResponse, call: ProviderCall): void {
  const [, status, retryAfter] = /fail (\d+) ?(\d*)/.exec(call.body) ?? [];
  if (status === undefined) answerWell(response, call);
  else fail(response, Number(status), retryAfter ? { "retry-after": retryAfter } : { "retry-after-ms": "1" });
}

describe("after what one client does, the next good request is answered", () => {
  it("a prompt that is answered 429 and one that is answered 500, as the client repeats them by default", async () => {
    const { ask } = await serve(failAsAsked, {});
    expect([await ask("hard: fail 429"), await ask("hard: fail 500")]).toEqual([429, 502]);
    expect(await ask("hard")).toBe(200);
  });

  it.each([400, 401, 403, 404, 413, 422, 429])("twenty prompts that are answered %s", async (status) => {
    const { ask } = await serve(failAsAsked);
    await Promise.all(Array.from({ length: 20 }, (_, index) => ask(`hard ${index}: fail ${status}`)));
    expect(await ask("hard")).toBe(200);
  });

  it("five prompts that are told to wait for a second", async () => {
    const { ask, provider } = await serve(failAsAsked);
    for (const index of [1, 2, 3, 4, 5]) void ask(`hard ${index}: fail 429 1`);
    // Those that come after the second wait with the others.
    await vi.waitFor(() => expect(provider.calls.length).toBeGreaterThan(1));
    expect(await ask("hard")).toBe(200);
  });

  it("streams that it hangs up on, before and after the first word", async () => {
    const { ask, stream, endpoint, provider } = await serve((response, call) => {
      if (!call.body.includes("hang")) return answerWell(response, call);
      response.writeHead(200, { "content-type": "text/event-stream" });
      if (call.body.includes("word")) response.write(EVENTS.word);
      else response.flushHeaders();
    });
    for (let index = 0; index < 12; index++) {
      const hangUp = new AbortController();
      const begun = await stream(`hard ${index}: hang after a word`, hangUp.signal);
      for await (const _ of begun) break;
      const silent = stream(`hard ${index}: hang`, hangUp.signal);
      await vi.waitFor(() => expect(provider.calls).toHaveLength(2 * index + 2));
      hangUp.abort();
      await expect(silent).rejects.toThrow("aborted");
    }
    await vi.waitFor(() => expect([endpoint.admission.active, provider.open()]).toEqual([0, 0]));
    expect(await ask("hard")).toBe(200);
  });
});

it("a provider that fails everybody is left alone, and one probe brings it back", async () => {
  let broken = true;
  const { ask, provider } = await serve((response, call) =>
    broken ? fail(response, 503) : answerWell(response, call),
  );
  await Promise.all(Array.from({ length: 20 }, (_, index) => ask(`hard ${index}`)));
  const sent = provider.calls.length;
  expect(await ask("hard")).toBe(502);
  expect(provider.calls).toHaveLength(sent);
  broken = false;
  const clock = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 10_001);
  expect([await ask("hard"), await ask("hard")]).toEqual([200, 200]);
  clock.mockRestore();
});
