import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWebServer, type WebServer } from "@/lib/test/web-server";
import { createTestEndpoint, routesOf } from "./endpoint-fixture";

let served: WebServer;
beforeAll(async () => {
  served = await startWebServer(routesOf(createTestEndpoint()));
});
afterAll(() => served.stop());

const MODEL = "router-mf-0.5";
const clientOf = ({ url }: WebServer, apiKey = "none") => new OpenAI({ baseURL: `${url}/v1`, apiKey, maxRetries: 0 });
const client = () => clientOf(served);
const ask = (content: string) => ({ model: MODEL, messages: [{ role: "user" as const, content }] });

async function readAll<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const read: Item[] = [];
  for await (const item of items) read.push(item);
  return read;
}

describe("the openai package", () => {
  it("gets a whole answer of the model that the win rate chooses, and reads who it was", async () => {
    const { data, response } = await client().chat.completions.create(ask("a hard question")).withResponse();
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
    expect((await client().chat.completions.create(ask("an easy one"))).model).toBe("simulated/weak");
  });

  it("streams the same words, and the usage where it asks for it", async () => {
    const whole = await client().chat.completions.create(ask("an easy one"));
    const stream = await client().chat.completions.create({
      ...ask("an easy one"),
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks = await readAll(stream);
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("")).toBe(
      whole.choices[0]?.message.content,
    );
    expect(chunks[0]?.choices[0]?.delta.role).toBe("assistant");
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe("stop");
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: whole.usage });
    expect(new Set(chunks.map(({ id, model }) => `${id} ${model}`)).size).toBe(1);
    const plain = await readAll(await client().chat.completions.create({ ...ask("x"), stream: true }));
    expect(plain.some((chunk) => "usage" in chunk)).toBe(false);
  });
});
