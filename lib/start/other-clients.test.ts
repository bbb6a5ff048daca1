import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateText, jsonSchema, Output, stepCountIs, streamText, tool } from "ai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestEndpoint, serveEndpoint, type TestServer } from "@/lib/test/endpoint-server";

let served: TestServer;
beforeAll(async () => {
  served = await serveEndpoint(createTestEndpoint());
});
afterAll(() => served.stop());

describe("the AI SDK's provider for servers of the protocol", () => {
  const model = () =>
    createOpenAICompatible({
      ...{ name: "routellm", baseURL: `${served.url}/v1` },
      ...{ supportsStructuredOutputs: true, includeUsage: true },
    })("router-mf-0.5");

  it("gets a text, whole and streamed, with the same usage", async () => {
    const whole = await generateText({ model: model(), prompt: "hard", maxRetries: 0 });
    expect(whole.text).toContain("Simulated answer of the strong model");
    expect(whole.response).toMatchObject({
      modelId: "simulated/strong",
      headers: { "x-routellm-choice": "strong" },
    });
    const stream = streamText({ model: model(), prompt: "hard", maxRetries: 0 });
    expect(await stream.text).toBe(whole.text);
    expect(await stream.finishReason).toBe("stop");
    expect((await stream.usage).totalTokens).toBe(whole.usage.totalTokens);
  });

  it("has tools called, whole and streamed, and a schema kept", async () => {
    const calls: unknown[] = [];
    const weather = tool({
      inputSchema: jsonSchema<{ city: string }>({
        type: "object",
        properties: { city: { type: "string" } },
        required: ["city"],
      }),
      execute: async (input) => {
        calls.push(input);
        return "Sunny";
      },
    });
    const settings = {
      ...{ model: model(), prompt: "Weather?", tools: { weather }, maxRetries: 0 },
      stopWhen: stepCountIs(2),
      prepareStep: ({ stepNumber }: { stepNumber: number }) => ({
        toolChoice: stepNumber === 0 ? ("required" as const) : ("auto" as const),
      }),
    };
    expect((await generateText(settings)).text).toContain("Simulated answer");
    expect(await streamText(settings).text).toContain("Simulated answer");
    expect(calls).toEqual([{ city: "simulated" }, { city: "simulated" }]);
    const { output } = await generateText({
      ...{ model: model(), prompt: "6 · 7?", maxRetries: 0 },
      output: Output.object({
        schema: jsonSchema<{ answer: number }>({
          type: "object",
          properties: { answer: { type: "integer" } },
          required: ["answer"],
        }),
      }),
    });
    expect(output).toEqual({ answer: 0 });
  });

  it("reads the envelope", async () => {
    const unknown = createOpenAICompatible({ name: "routellm", baseURL: `${served.url}/v1` })("gpt-4");
    const asking = generateText({ model: unknown, prompt: "x", maxRetries: 0 });
    await expect(asking).rejects.toMatchObject({ statusCode: 404, message: "There is no model gpt-4." });
  });
});

const hasCurl = spawnSync("curl", ["--version"], { stdio: "ignore" }).status === 0;
describe.skipIf(!hasCurl)(`curl${hasCurl ? "" : " (left out: curl is not installed)"}`, () => {
  const curl = async (body: object, ...more: readonly string[]) => {
    const { stdout } = await promisify(execFile)("curl", [
      ...["-sS", "-i", "-N", "--max-time", "50", `${served.url}/v1/chat/completions`],
      ...["-H", "content-type: application/json", "-d", JSON.stringify(body), ...more],
    ]);
    return stdout;
  };
  const messages = [{ role: "user", content: "hard" }];

  it("shows who answered, in the headers", async () => {
    const shown = await curl({ model: "router-mf-0.5", messages });
    expect(shown).toMatch(/^HTTP\/1\.1 200 OK\r$/m);
    expect(shown).toMatch(/^x-routellm-model: simulated\/strong\r$/m);
  });

  it("shows a stream, event by event, to its [DONE]", async () => {
    const shown = await curl({ model: "router-mf-0.5", messages, stream: true });
    expect(shown).toMatch(/^content-type: text\/event-stream; charset=utf-8\r$/im);
    const events = shown.slice(shown.indexOf("data: ")).match(/^data: .*$/gm) ?? [];
    expect(events.length).toBeGreaterThan(10);
    expect(events.at(-1)).toBe("data: [DONE]");
  });
});
