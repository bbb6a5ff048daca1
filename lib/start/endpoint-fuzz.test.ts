import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { completeChat } from "@/lib/endpoint/complete-chat";
import { toWebResponse } from "@/lib/http/exchange";
import { createTestEndpoint } from "@/lib/test/endpoint-server";

/** `ENDPOINT_FUZZ=20000` for the long run. */
const RUNS = Number(process.env.ENDPOINT_FUZZ ?? 500);

const envelope = z.strictObject({
  error: z.strictObject({
    message: z.string().min(1),
    type: z.string().min(1),
    param: z.string().min(1).nullable(),
    code: z.string().min(1).nullable(),
  }),
});

const anything = fc.jsonValue({ maxDepth: 2 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const optional = <Model>(model: { [Key in keyof Model]: fc.Arbitrary<Model[Key]> }) =>
  fc.record(model, { requiredKeys: [] });

const words = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom("hard", "", " ", "\u0000", "\ud800"),
);
const text = words.map((written) => ({ type: "text", text: written }));
const url = fc.constantFrom(
  "https://example.com/a.png",
  "http://a/b?c",
  "data:image/png;base64,AAAA",
  "data:image/png;base64,",
);
const image = url.map((address) => ({ type: "image_url", image_url: { url: address } }));
const parts = <Part>(part: fc.Arbitrary<Part>) => fc.oneof(words, fc.array(part, { minLength: 1, maxLength: 3 }));

/** Each field may be of the wrong kind: what is in a schema is not checked before a model gets it. */
const schemaOf = (inner: fc.Arbitrary<unknown>) =>
  optional<Record<string, unknown>>({
    type: fc.oneof(fc.constantFrom("object", "array", "string", "integer", "null", "nothing"), anything),
    properties: fc.oneof(fc.dictionary(fc.constantFrom("a", "b", "constructor", "__proto__"), inner), anything),
    required: fc.oneof(fc.array(fc.constantFrom("a", "b", "constructor", "__proto__", "c")), anything),
    ...{ items: inner, anyOf: fc.oneof(fc.array(inner, { maxLength: 2 }), anything), enum: fc.array(anything) },
    $ref: fc.constantFrom("#", "#/$defs/a", "https://example.com"),
    ...{ minItems: fc.nat(), minLength: fc.nat(), maxLength: fc.integer(), minimum: fc.double() },
  });
const schema = schemaOf(schemaOf(anything));

const toolCall = words.map((written) => ({
  ...{ id: "call_1", type: "function", function: { name: "weather", arguments: written } },
}));
const turn = fc.oneof(
  { weight: 3, arbitrary: parts(fc.oneof(text, image)).map((content) => [{ role: "user", content }]) },
  fc.tuple(fc.constantFrom("system", "developer"), parts(text)).map(([role, content]) => [{ role, content }]),
  parts(text).map((content) => [{ role: "assistant", content }]),
  fc.tuple(toolCall, maybe(words), parts(text)).map(([call, said, content]) => [
    { role: "assistant", content: said, tool_calls: [call] },
    { role: "tool", tool_call_id: "call_1", content },
  ]),
);
const tools = fc.record({
  tools: maybe(schema).map((parameters) => [{ type: "function", function: { name: "weather", parameters } }]),
  tool_choice: fc.constantFrom("auto", "none", "required", null, { type: "function", function: { name: "weather" } }),
});
const format = fc.oneof(
  fc.constantFrom({ type: "text" }, { type: "json_object" }),
  schema.map((kept) => ({ type: "json_schema", json_schema: { name: "answer", schema: kept } })),
);
const limit = (minimum: number, maximum: number) => maybe(fc.double({ min: minimum, max: maximum, noNaN: true }));

/** Bodies as the protocol has them; the last user turn has text. */
const valid = fc
  .tuple(
    fc.array(turn, { maxLength: 3 }),
    fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, tools),
    optional<Record<string, unknown>>({
      response_format: maybe(format),
      stop: maybe(fc.oneof(words, fc.array(words, { maxLength: 4 }))),
      ...{ seed: maybe(fc.maxSafeInteger()), max_tokens: maybe(fc.integer({ min: 1 })), temperature: limit(0, 2) },
      ...{ max_completion_tokens: maybe(fc.integer({ min: 1 })), top_p: limit(0, 1), presence_penalty: limit(-2, 2) },
      ...{ frequency_penalty: limit(-2, 2), n: fc.constantFrom(1, null), logprobs: fc.constantFrom(false, null) },
      ...{ stream: maybe(fc.boolean()), stream_options: maybe(fc.record({ include_usage: fc.boolean() })) },
      ...{ user: maybe(words), unknown: anything },
    }),
    fc.constantFrom("router-mf-0.5", "router-random-1", "router-bert-.3", "router-mf-0", "my calibration"),
  )
  .map(([turns, called, more, model]) => ({
    ...{ ...called, ...more, model },
    messages: [...turns.flat(), { role: "user", content: "hard?" }],
  }));

/** Every place of a JSON value, by its keys. */
function placesOf(value: unknown, above: readonly string[] = []): (readonly string[])[] {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [above, ...inner.flatMap(([key, child]) => placesOf(child, [...above, key]))];
}

/** The value with another one, or none, at a place. */
function changed(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? changed(item, rest, put) : item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, at]) => [name, name === key ? changed(at, rest, put) : at]),
  );
}

const odd = fc.oneof(
  anything,
  fc.constantFrom(
    undefined,
    null,
    "",
    -1,
    0,
    1e308,
    [],
    {},
    "router-mf-2",
    "gpt-4",
    "function",
    "data:,",
    "file:///etc",
  ),
);
const spoilt = fc.tuple(valid, fc.nat(), odd).map(([body, place, put]) => {
  const places = placesOf(body);
  return changed(body, places[place % places.length] ?? [], put);
});
const json = (value: unknown): string => JSON.stringify(value) ?? "";
const body = fc.oneof(
  { weight: 6, arbitrary: valid.map(json) },
  { weight: 12, arbitrary: spoilt.map(json) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: fc.nat(5_000).map((depth) => `${'{"messages":['.repeat(depth)}1${"]}".repeat(depth)}`) },
);

it(
  "answers any body with 2xx or a well-formed 4xx",
  async () => {
    const endpoint = createTestEndpoint();
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const request = new Request("http://localhost/v1/chat/completions", {
          ...{ method: "POST", headers: { "content-type": "application/json" }, body: sent },
        });
        const response = toWebResponse(await completeChat(request, endpoint));
        seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
        const answer = await response.text();
        expect(endpoint.admission.active).toBe(0);
        if (response.status === 200) {
          // A stream says in its events what failed; none of these can.
          expect(answer).not.toContain('data: {"error"');
          return;
        }
        expect([400, 404, 413]).toContain(response.status);
        envelope.parse(JSON.parse(answer));
      }),
      { numRuns: RUNS },
    );
    // The bodies are worth their time: answers, fields at fault and unknown models are all among them.
    expect([...seen.keys()].toSorted()).toEqual(expect.arrayContaining([200, 400, 404]));
    expect((seen.get(200) ?? 0) / RUNS).toBeGreaterThan(0.2);
  },
  Math.max(60_000, RUNS * 60),
);
