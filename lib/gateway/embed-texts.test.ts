import { afterEach, describe, expect, it } from "vitest";
import { embeddingsAnswer } from "@/lib/test/openai-answers";
import { type OpenAiServer, type SeenCall, type ServerAnswer, startOpenAiServer } from "@/lib/test/openai-server";
import { createTextEmbedding } from "./embed-texts";
import { createProviders } from "./providers";

const KEY = "sk-very-secret-key";
let server: OpenAiServer | undefined;
afterEach(() => server?.stop());

async function prepare(
  answer: (call: SeenCall, number: number) => ServerAnswer,
  patience = { totalMs: 5000, maximumTries: 1 },
) {
  server = await startOpenAiServer(answer);
  const providers = createProviders({
    openaiApiKey: undefined,
    anthropicApiKey: undefined,
    compatibleBaseUrl: server.url,
    compatibleApiKey: KEY,
  });
  const model = providers.embeddings("openai-compatible/e", "ROUTELLM_MF_EMBEDDINGS");
  const { redact } = providers;
  return {
    embed: createTextEmbedding({ model, parameter: "ROUTELLM_MF_EMBEDDINGS", patience, redact }),
    calls: server.calls,
  };
}
const lengths = (call: SeenCall) => embeddingsAnswer(call, (text) => [text.length, 1]);

describe("createTextEmbedding", () => {
  it("gives each text its vector", async () => {
    const { embed, calls } = await prepare(lengths);
    expect(await embed(["a", "bcd"])).toEqual([
      [1, 1],
      [3, 1],
    ]);
    expect(calls).toMatchObject([
      { path: "/embeddings", model: "e", input: ["a", "bcd"], authorization: `Bearer ${KEY}` },
    ]);
  });

  it("tries again what may work later", async () => {
    const patience = { totalMs: 5000, maximumTries: 3 };
    const { embed, calls } = await prepare(
      (call, number) =>
        number === 1
          ? { status: 429, headers: { "retry-after-ms": "1" } }
          : number === 2
            ? { status: 503, headers: { "retry-after-ms": "1" } }
            : lengths(call),
      patience,
    );
    expect(await embed(["ab"])).toEqual([[2, 1]]);
    expect(calls).toHaveLength(3);
  });

  it("buys no second answer where the first cannot be read, and reads one with an odd usage", async () => {
    const vain = await prepare(() => ({ status: 200, body: "not JSON" }), { totalMs: 5000, maximumTries: 3 });
    await expect(vain.embed(["a"])).rejects.toMatchObject({ code: "unreadable" });
    expect(vain.calls).toHaveLength(1);
    await server?.stop();
    const body = JSON.stringify({ data: [{ embedding: [1, 2] }], usage: { prompt_tokens: "8", total_tokens: null } });
    const odd = await prepare(() => ({ status: 200, body }), { totalMs: 5000, maximumTries: 3 });
    expect(await odd.embed(["a"])).toEqual([[1, 2]]);
  });

  it("says in one line why there is no answer, without keys", async () => {
    const cases: readonly (readonly [ServerAnswer, string, number?])[] = [
      [{ status: 401, body: JSON.stringify({ error: { message: `Bad key ${KEY}` } }) }, "HTTP 401: Bad key [key]."],
      [{ status: 429, headers: { "retry-after": "60" } }, "HTTP 429"],
      [{ status: 500 }, "HTTP 500"],
      [{ status: 200, body: "not JSON" }, "the answer broke off or is not as the protocol has it."],
      ["reset", "the answer"],
      ["close", "no connection ("],
      ["hang", "nothing within 0.2 s.", 200],
    ];
    for (const [answer, message, totalMs = 5000] of cases) {
      const { embed } = await prepare(() => answer, { totalMs, maximumTries: 1 });
      await expect(embed(["a"]), message).rejects.toThrow(`openai-compatible/e did not answer: ${message}`);
      await server?.stop();
    }
  });

  it("cuts a waiting retry off at the deadline, with the reason of the failure", async () => {
    const { embed } = await prepare(() => ({ status: 503, headers: { "retry-after-ms": "1500" } }), {
      totalMs: 2000,
      maximumTries: 9,
    });
    await expect(embed(["a"])).rejects.toThrow("did not answer: HTTP 503");
  });
});
