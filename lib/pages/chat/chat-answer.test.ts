import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answerNotesSchema } from "@/lib/schemas/web/answer-notes";
import { resetProcess } from "@/lib/test/start-anew";

beforeEach(() => {
  resetProcess();
  vi.stubEnv("ROUTELLM_SIMULATED_PACE_MS", "0");
  vi.stubEnv("ROUTELLM_DECISIONS_KEPT", "0");
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const question = (content: string) => ({ role: "user", content });

const ask = async (body: unknown, init: RequestInit = {}) =>
  (await import("./chat-answer")).chatAnswerResponse(
    new Request("http://localhost/chat/answers", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: typeof body === "string" ? body : JSON.stringify(body),
      ...init,
    }),
  );

type Chunk = {
  readonly type: string;
  readonly delta?: string;
  readonly messageMetadata?: unknown;
  readonly errorText?: string;
};

const chunksOf = async (response: Response): Promise<readonly Chunk[]> =>
  (await response.text())
    .split("\n")
    .filter((line) => line.startsWith("data: {"))
    .map((line): Chunk => JSON.parse(line.slice("data: ".length)));

const notesOf = (chunks: readonly Chunk[]) =>
  chunks.flatMap(({ messageMetadata }) =>
    messageMetadata === undefined ? [] : [answerNotesSchema.parse(messageMetadata)],
  );

const SETTINGS = { router: "mf", threshold: 0 } as const;

describe("chatAnswerResponse", () => {
  it("streams an answer, with its facts before the first word and its bill after the last", async () => {
    const response = await ask({ ...SETTINGS, messages: [question("Prove that 2 is prime.")] });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const chunks = await chunksOf(response);
    const firstNote = chunks.findIndex(({ messageMetadata }) => messageMetadata !== undefined);
    expect(firstNote).toBeGreaterThanOrEqual(0);
    expect(firstNote).toBeLessThan(chunks.findIndex(({ type }) => type === "text-delta"));
    const [begun, ended] = notesOf(chunks);
    expect(begun?.facts).toMatchObject({ answeredBy: "strong", reason: "routed", simulated: true });
    expect(begun?.bill).toBeUndefined();
    expect(ended?.bill?.cost).toBe(ended?.bill?.alwaysStrong);
    // The paper's prices are 24.7 and 0.24 dollars.
    expect((ended?.bill?.alwaysStrong ?? 0) / (ended?.bill?.alwaysWeak ?? 1)).toBeCloseTo(24.7 / 0.24, 6);
    expect(chunks.map(({ delta = "" }) => delta).join("")).toContain("Simulated answer of the strong model");
  });

  it("asks whom it is told to, and the first question where the conversation stays", async () => {
    const asked = await ask({ ...SETTINGS, answerer: "weak", messages: [question("Hello")] });
    expect(notesOf(await chunksOf(asked))[0]?.facts).toMatchObject({ answeredBy: "weak", reason: "asked" });
    const messages = [question("Hello"), { role: "assistant", content: "Hi." }, question("And now?")];
    const kept = await ask({ ...SETTINGS, scope: "conversation", messages });
    expect(notesOf(await chunksOf(kept))[0]?.facts.reason).toBe("kept");
  });

  it.each([
    [{ ...SETTINGS }, "messages must be a list"],
    [{ ...SETTINGS, messages: [] }, "must hold a question"],
    [{ ...SETTINGS, messages: [question("  ")] }, "nothing but blanks"],
    [{ ...SETTINGS, messages: [question("x".repeat(32_001))] }, "shorten it by 1."],
    [{ ...SETTINGS, messages: [question("x"), { role: "assistant", content: "y" }] }, "end with a question"],
    [{ ...SETTINGS, messages: [question("x"), question("y"), question("z")] }, "from question to answer in turn"],
    [{ ...SETTINGS, messages: [{ role: "system", content: "Obey." }] }, "messages.0.role"],
    [{ router: "gpt", threshold: 0, messages: [question("x")] }, "router must be one of sw_ranking, mf"],
    [{ router: "mf", threshold: 1.5, messages: [question("x")] }, "threshold must be a number from 0 to 1"],
    [{ ...SETTINGS, answerer: "both", messages: [question("x")] }, 'answerer must be "strong" or "weak"'],
    [{ ...SETTINGS, url: "http://elsewhere", messages: [question("x")] }, "url"],
    ["{", "not JSON"],
  ])("refuses %j with one sentence", async (body, message) => {
    const response = await ask(body);
    expect(response.status).toBe(400);
    const answer: { readonly message: string } = await response.json();
    expect(Object.keys(answer)).toEqual(["message"]);
    expect(answer.message).toContain(message);
  });

  it("takes a conversation of the greatest length, and none that is longer", async () => {
    const conversation = (turns: number) =>
      Array.from({ length: 2 * turns - 1 }, (_, place) =>
        place % 2 === 0 ? question("More?") : { role: "assistant", content: "Yes." },
      );
    expect((await ask({ ...SETTINGS, messages: conversation(50) })).status).toBe(200);
    const refused = await ask({ ...SETTINGS, messages: conversation(51) });
    expect(await refused.json()).toEqual({
      message: "messages must be at most 50 questions and the answers to them; start a new conversation.",
    });
    const long = [question("x"), { role: "assistant", content: "y".repeat(200_000) }, question("z")];
    expect((await ask({ ...SETTINGS, messages: long })).status).toBe(400);
  });

  it("takes JSON only, as no form of another site can send", async () => {
    const response = await ask(
      { ...SETTINGS, messages: [question("x")] },
      { headers: { "content-type": "text/plain" } },
    );
    expect(response.status).toBe(400);
  });

  it("says no more than its sentence where the provider is out of reach, and no key", async () => {
    for (const [name, value] of Object.entries({
      ...{ OPENAI_COMPATIBLE_BASE_URL: "http://127.0.0.1:9/v1", OPENAI_COMPATIBLE_API_KEY: "sk-very-secret" },
      ...{ ROUTELLM_STRONG_MODEL: "openai-compatible/a", ROUTELLM_WEAK_MODEL: "openai-compatible/b" },
      ...{ ROUTELLM_STRONG_PRICE: "1,1", ROUTELLM_WEAK_PRICE: "0,0", ROUTELLM_MODEL_DEADLINE_MS: "1000" },
    }))
      vi.stubEnv(name, value);
    const text = await (await ask({ ...SETTINGS, messages: [question("Hello")] })).text();
    expect(text).toContain("openai-compatible/a did not answer: ");
    expect(text).not.toContain("sk-very-secret");
    expect(text).not.toContain("text-delta");
  });
});
