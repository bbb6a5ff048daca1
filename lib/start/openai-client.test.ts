import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestEndpoint, serveEndpoint, type TestServer } from "@/lib/test/endpoint-server";

let served: TestServer;
let client: OpenAI;
beforeAll(async () => {
  served = await serveEndpoint(createTestEndpoint());
  client = new OpenAI({ baseURL: `${served.url}/v1`, apiKey: "none", maxRetries: 0 });
});
afterAll(() => served.stop());

const MODEL = "router-mf-0.5";
const ask = (content: string) => ({ model: MODEL, messages: [{ role: "user" as const, content }] });
const weather = {
  type: "function" as const,
  function: {
    name: "weather",
    description: "Today's weather",
    parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
  },
};

async function readAll<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const read: Item[] = [];
  for await (const item of items) read.push(item);
  return read;
}

describe("the openai package", () => {
  it("gets a whole answer of the model that the win rate chooses, and reads who it was", async () => {
    const { data, response } = await client.chat.completions.create(ask("a hard question")).withResponse();
    expect(data).toMatchObject({ object: "chat.completion", model: "simulated/strong" });
    const [choice] = data.choices;
    expect(choice).toMatchObject({ index: 0, finish_reason: "stop", message: { role: "assistant" } });
    expect(choice?.message.content).toContain("Simulated answer of the strong model");
    expect(data.usage?.total_tokens).toBe((data.usage?.prompt_tokens ?? 0) + (data.usage?.completion_tokens ?? 0));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "x-routellm-router": "mf",
      "x-routellm-win-rate": "0.800000",
      "x-routellm-threshold": "0.500000",
      "x-routellm-choice": "strong",
      "x-routellm-simulated": "true",
      "x-request-id": data.id,
    });
    expect(Number(response.headers.get("x-routellm-routing-ms"))).toBeGreaterThanOrEqual(0);
    expect((await client.chat.completions.create(ask("an easy one"))).model).toBe("simulated/weak");
  });

  it("streams the same words, and the usage where it asks for it", async () => {
    const whole = await client.chat.completions.create(ask("an easy one"));
    const { data: stream, response } = await client.chat.completions
      .create({ ...ask("an easy one"), stream: true, stream_options: { include_usage: true } })
      .withResponse();
    // They are there before the first word.
    expect(response.headers.get("x-routellm-choice")).toBe("weak");
    const chunks = await readAll(stream);
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("")).toBe(
      whole.choices[0]?.message.content,
    );
    expect(chunks[0]?.choices[0]?.delta.role).toBe("assistant");
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe("stop");
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: whole.usage });
    expect(new Set(chunks.map(({ id, model }) => `${id} ${model}`)).size).toBe(1);
    const plain = await readAll(await client.chat.completions.create({ ...ask("x"), stream: true }));
    expect(plain.some((chunk) => "usage" in chunk)).toBe(false);
  });

  it("calls a tool, hands its result back and gets an answer, with the package's own loop", async () => {
    const cities: unknown[] = [];
    const runner = client.chat.completions.runTools({
      ...ask("How is the weather?"),
      tool_choice: "required",
      tools: [
        {
          type: "function",
          function: {
            ...weather.function,
            parse: JSON.parse,
            function: (argument: unknown) => {
              cities.push(argument);
              return "Sunny";
            },
          },
        },
      ],
    });
    expect(await runner.finalContent()).toContain("Simulated answer");
    expect(cities).toEqual([{ city: expect.any(String) }]);
    expect(runner.messages.map(({ role }) => role)).toEqual(["user", "assistant", "tool", "assistant"]);
  });

  it("puts a streamed tool call together", async () => {
    const runner = client.chat.completions.stream({ ...ask("Weather?"), tools: [weather], tool_choice: "required" });
    const { choices } = await runner.finalChatCompletion();
    expect(choices[0]?.finish_reason).toBe("tool_calls");
    expect(choices[0]?.message.tool_calls?.[0]).toMatchObject({
      id: expect.stringMatching(/^call_/),
      type: "function",
      function: { name: "weather", arguments: expect.stringContaining("city") },
    });
  });

  it("has a schema kept, a text cut at a stop word and at a number of tokens", async () => {
    const schema = { type: "object", properties: { answer: { type: "integer" } }, required: ["answer"] };
    const kept = await client.chat.completions.create({
      ...ask("6 · 7?"),
      response_format: { type: "json_schema", json_schema: { name: "answer", schema, strict: true } },
    });
    expect(JSON.parse(kept.choices[0]?.message.content ?? "")).toEqual({ answer: expect.any(Number) });
    const stopped = await client.chat.completions.create({ ...ask("Hello"), stop: ["model", "never"] });
    expect(stopped.choices[0]?.message.content).not.toContain("model");
    const short = await client.chat.completions.create({ ...ask("Hello"), max_completion_tokens: 3 });
    expect(short.choices[0]).toMatchObject({ finish_reason: "length" });
  });

  it("asks about a picture with a system message before it, as parts", async () => {
    const { model } = await client.chat.completions.create({
      model: MODEL,
      messages: [
        { role: "system", content: "Be short." },
        { role: "developer", content: [{ type: "text", text: "Be kind." }] },
        {
          role: "user",
          content: [
            { type: "text", text: "Is this hard?" },
            { type: "image_url", image_url: { url: "data:image/png;base64,iVBORw0KGgo=", detail: "low" } },
          ],
        },
      ],
    });
    expect(model).toBe("simulated/strong");
  });
});
