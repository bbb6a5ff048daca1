import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resetProcess } from "@/lib/test/start-anew";

beforeEach(() => {
  resetProcess();
  vi.stubEnv("ROUTELLM_SIMULATED_PACE_MS", "0");
});
afterEach(() => vi.unstubAllEnvs());

const test = async (body: unknown) =>
  (await import("./chat-connection")).chatConnectionResponse(
    new Request("http://localhost/chat/connections", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );

describe("chatConnectionResponse", () => {
  it("says that a simulated model always answers", async () => {
    const response = await test({ model: "weak" });
    expect(response.status).toBe(200);
    const report: { readonly ok: boolean; readonly sentence: string } = await response.json();
    expect(report.ok).toBe(true);
    expect(report.sentence).toMatch(
      /^simulated\/weak is simulated by this server and always answers; it took \d+ ms\.$/,
    );
  });

  it("says in one sentence why a model does not answer, without its key", async () => {
    for (const [name, value] of Object.entries({
      ...{ OPENAI_COMPATIBLE_BASE_URL: "http://127.0.0.1:9/v1", OPENAI_COMPATIBLE_API_KEY: "sk-very-secret" },
      ...{ ROUTELLM_STRONG_MODEL: "openai-compatible/a", ROUTELLM_WEAK_MODEL: "openai-compatible/b" },
      ...{ ROUTELLM_STRONG_PRICE: "1,1", ROUTELLM_WEAK_PRICE: "0,0", ROUTELLM_MODEL_DEADLINE_MS: "1000" },
    }))
      vi.stubEnv(name, value);
    const report: { readonly ok: boolean; readonly sentence: string } = await (await test({ model: "strong" })).json();
    expect(report).toEqual({
      ok: false,
      sentence: expect.stringMatching(/^openai-compatible\/a gave no answer: .+\.$/),
    });
    expect(report.sentence).not.toContain("sk-very-secret");
  });

  it.each([{}, { model: "gpt" }, { model: "weak", url: "http://elsewhere" }])("refuses %j", async (body) => {
    expect((await test(body)).status).toBe(400);
  });
});
