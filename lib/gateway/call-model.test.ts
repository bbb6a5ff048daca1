import { afterEach, describe, expect, it } from "vitest";
import { judgeVerdictSchema } from "@/lib/schemas/files/judge-verdict";
import { type OpenAiServer, type ServerAnswer, startOpenAiServer } from "@/lib/test/openai-server";
import { toCallFailure } from "./call-failure";
import { callModel } from "./call-model";
import { createProviders } from "./providers";

const KEY = "sk-very-secret-key";
let server: OpenAiServer | undefined;
afterEach(() => server?.stop());

async function prepare(answer: ServerAnswer) {
  server = await startOpenAiServer(() => answer);
  const providers = createProviders({
    openaiApiKey: undefined,
    anthropicApiKey: undefined,
    compatibleBaseUrl: server.url,
    compatibleApiKey: KEY,
  });
  const call = { model: providers.model("openai-compatible/m", "--strong"), prompt: "hello", maxOutputTokens: 77 };
  return { call, providers, calls: server.calls };
}

async function failureOf(answer: ServerAnswer, timeoutMs = 5000) {
  const { call, providers, calls } = await prepare(answer);
  const error = await callModel(call, timeoutMs).then(
    () => expect.unreachable(),
    (thrown: unknown) => thrown,
  );
  expect(calls).toHaveLength(1);
  return toCallFailure(error, new Date(), providers.redact);
}

describe("callModel", () => {
  it("sends the prompt once and gives back text, tokens and whether it was cut off", async () => {
    const { call, calls } = await prepare({ text: "hi there", usage: [12, 3], finish: "length" });
    expect(await callModel({ ...call, system: "be brief" }, 5000)).toEqual({
      text: "hi there",
      inputTokens: 12,
      outputTokens: 3,
      truncated: true,
    });
    expect(calls).toMatchObject([
      {
        model: "m",
        system: "be brief",
        prompt: "hello",
        maxTokens: 77,
        format: undefined,
        authorization: `Bearer ${KEY}`,
      },
    ]);
  });

  it("holds the model to a shape, and gives back what it wrote even if it has another", async () => {
    for (const text of ['{"reasoning":"r","winner":"tie"}', '{"winner":"neither"}', "no JSON", ""]) {
      const { call, calls } = await prepare({ text, usage: [9, 4] });
      expect(await callModel({ ...call, schema: judgeVerdictSchema }, 5000)).toMatchObject({ text, outputTokens: 4 });
      expect(calls[0]?.format).toBe("json_schema");
      await server?.stop();
    }
  });

  it("gives no tokens where the server counts none", async () => {
    const { call } = await prepare({ text: "hi", usage: null });
    expect(await callModel(call, 5000)).toMatchObject({ inputTokens: undefined, outputTokens: undefined });
  });
});

describe("toCallFailure", () => {
  it.each<[ServerAnswer, object]>([
    [
      { status: 429, headers: { "retry-after": "3" } },
      { verdict: "again", maybePaid: false, retryAfterMs: 3000 },
    ],
    [{ status: 429, body: '{"error":{"message":"no money","code":"insufficient_quota"}}' }, { verdict: "hopeless" }],
    [
      { status: 500, body: "<html>" },
      { verdict: "again", maybePaid: false, retryAfterMs: undefined },
    ],
    [
      { status: 503, headers: { "retry-after-ms": "40" } },
      { verdict: "again", maybePaid: false, retryAfterMs: 40 },
    ],
    [{ status: 504 }, { verdict: "again", maybePaid: true }],
    [{ status: 400 }, { verdict: "refused", maybePaid: false, reason: "HTTP 400: status 400" }],
    [{ status: 403 }, { verdict: "refused", maybePaid: false }],
    [{ status: 401 }, { verdict: "hopeless", maybePaid: false }],
    [{ status: 404 }, { verdict: "hopeless", maybePaid: false }],
    [
      { status: 200, body: '{"choices": [{"mess' },
      { verdict: "unreadable", maybePaid: true, status: 200 },
    ],
    [
      { status: 200, body: '{"choices": []}' },
      { verdict: "unreadable", maybePaid: true },
    ],
    [
      { status: 200, body: "" },
      { verdict: "unreadable", maybePaid: true },
    ],
    ["reset", { verdict: "unreadable", maybePaid: true }],
    ["close", { verdict: "again", maybePaid: true }],
  ])("judges %o", async (answer, expected) => {
    expect(await failureOf(answer)).toMatchObject(expected);
  });

  it("gives up on a server that does not answer in time; it may still have been paid", async () => {
    expect(await failureOf("hang", 50)).toMatchObject({
      verdict: "again",
      maybePaid: true,
      reason: "no answer within the time limit",
    });
  });

  it("knows that a server that is not there took no money", async () => {
    const { call, providers } = await prepare({ text: "" });
    await server?.stop();
    const error = await callModel(call, 5000).catch((thrown: unknown) => thrown);
    expect(toCallFailure(error, new Date(), providers.redact)).toMatchObject({
      verdict: "again",
      maybePaid: false,
      reason: "no connection (ECONNREFUSED)",
    });
  });

  it("never repeats a key, not even half of one where a long message is cut", async () => {
    const message = `${"x".repeat(185)} ${KEY} is no key\nof ours`;
    const failure = await failureOf({ status: 401, body: JSON.stringify({ error: { message } }) });
    expect(JSON.stringify(failure)).not.toContain("sk-very");
    expect(failure.reason).toMatch(/^HTTP 401: x+ \[key\]/);
    expect(failure.reason).not.toContain("\n");
  });
});
