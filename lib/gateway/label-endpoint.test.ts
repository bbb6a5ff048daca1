import { afterEach, describe, expect, it } from "vitest";
import { chatAnswer, completionAnswer } from "@/lib/test/openai-answers";
import { type OpenAiServer, type ServerAnswer, startOpenAiServer } from "@/lib/test/openai-server";
import { createLabelEndpoint } from "./label-endpoint";
import { createProviders } from "./providers";
import type { Instruction } from "./token-places";

const KEY = "sk-very-secret-key";
let server: OpenAiServer | undefined;
afterEach(() => server?.stop());

async function prepare(
  answer: ServerAnswer | ((number: number, prompt: string) => ServerAnswer),
  options: { instruct?: (prompt: string) => Instruction; totalMs?: number; maximumTries?: number } = {},
) {
  server = await startOpenAiServer((call, number) =>
    typeof answer === "function" ? answer(number, call.prompt) : answer,
  );
  const providers = createProviders({
    openaiApiKey: undefined,
    anthropicApiKey: undefined,
    compatibleBaseUrl: server.url,
    compatibleApiKey: KEY,
  });
  const model = createLabelEndpoint({
    endpoint: providers.endpoint("openai-compatible/org/m", "ROUTELLM_CAUSAL_MODEL"),
    labels: 5,
    instruct: options.instruct ?? ((prompt) => ({ text: `Q: ${prompt}\n` })),
    parameter: "ROUTELLM_CAUSAL_MODEL",
    patience: { totalMs: options.totalMs ?? 5000, maximumTries: options.maximumTries ?? 1 },
    redact: providers.redact,
  });
  return { model, calls: server.calls };
}

const LABELS = completionAnswer([["[[4]]", { "[[4]]": 0.5, "[[1]]": 0.5 }]]);

describe("createLabelEndpoint", () => {
  it("asks /completions for a raw text, and reads the labels", async () => {
    const { model, calls } = await prepare(LABELS);
    expect((await model.labelBatch(["why?"]))[0]?.map((value) => Number(value.toFixed(9)))).toEqual([
      0.5, 0, 0, 0.5, 0,
    ]);
    expect(calls).toMatchObject([
      { path: "/completions", model: "org/m", prompt: "Q: why?\n", maxTokens: 6, authorization: `Bearer ${KEY}` },
    ]);
  });

  it("asks /chat/completions where the instruction is messages", async () => {
    const { model, calls } = await prepare(chatAnswer([["2", { "2": 0.75, "5": 0.25 }]]), {
      instruct: (prompt) => ({
        messages: [
          { role: "system", content: "rate" },
          { role: "user", content: prompt },
        ],
      }),
    });
    expect((await model.labelBatch(["why?"]))[0]?.map((value) => Number(value.toFixed(9)))).toEqual([
      0, 0.75, 0, 0, 0.25,
    ]);
    expect(calls).toMatchObject([{ path: "/chat/completions", system: "rate", prompt: "why?" }]);
  });

  it("keeps many prompts in their order", async () => {
    const digitOf = (prompt: string) => Number(/\d/.exec(prompt)?.[0]);
    const { model } = await prepare((_, prompt) =>
      completionAnswer([[`[[${digitOf(prompt)}]]`, { [`[[${digitOf(prompt)}]]`]: 1 }]]),
    );
    const rows = await model.labelBatch(["1", "2", "3", "4", "5", "1"]);
    expect(rows.map((row) => row.indexOf(1) + 1)).toEqual([1, 2, 3, 4, 5, 1]);
  });

  it("tries again what may work later, and gives up on what never will", async () => {
    const flaky = await prepare((number) => (number === 1 ? { status: 500 } : LABELS), { maximumTries: 2 });
    expect(await flaky.model.labelBatch(["why?"])).toHaveLength(1);
    expect(flaky.calls).toHaveLength(2);
    await server?.stop();
    const refused = await prepare(
      { status: 401, body: JSON.stringify({ error: { message: `Bad key ${KEY}` } }) },
      { maximumTries: 5 },
    );
    await expect(refused.model.labelBatch(["why?"])).rejects.toThrow(
      "openai-compatible/org/m did not answer: HTTP 401: Bad key [key].",
    );
    expect(refused.calls).toHaveLength(1);
  });

  it.each<[ServerAnswer]>([[{ status: 200, body: "{" }], [{ status: 200, body: '{"choices":[]}' }], ["reset"]])(
    "buys no second answer after %j",
    async (answer) => {
      const { model, calls } = await prepare(answer, { maximumTries: 3 });
      await expect(model.labelBatch(["why?"])).rejects.toMatchObject({ code: "unreadable" });
      expect(calls).toHaveLength(1);
    },
  );

  it("says in one line why there is no answer", async () => {
    const cases: readonly (readonly [ServerAnswer, string, number?])[] = [
      [{ status: 429, headers: { "retry-after": "60" } }, "HTTP 429: status 429."],
      [{ status: 500, body: "oops" }, "HTTP 500."],
      [{ status: 200, body: "{" }, "the answer broke off or is not as the protocol has it."],
      [{ status: 200, body: '{"choices":[]}' }, "the answer broke off or is not as the protocol has it."],
      [{ status: 200, body: '{"choices":[{"text":"[[4]]"}]}' }, "answered without log-probabilities"],
      ["reset", "the answer broke off or is not as the protocol has it."],
      ["close", "no connection ("],
      ["hang", "nothing within 0.2 s.", 200],
    ];
    for (const [answer, message, totalMs] of cases) {
      const { model } = await prepare(answer, totalMs === undefined ? {} : { totalMs });
      await expect(model.labelBatch(["why?"]), message).rejects.toThrow(message);
      await server?.stop();
    }
  });
});
