import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateText } from "ai";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readRoutingFacts } from "@/lib/gateway/routing-facts";
import { resetProcess } from "@/lib/test/start-anew";

const root = mkdtempSync(join(tmpdir(), "routellm-gateway-"));
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  resetProcess();
  vi.stubEnv("ROUTELLM_STATE", root);
  vi.stubEnv("ROUTELLM_SIMULATED_PACE_MS", "0");
});
afterEach(() => vi.unstubAllEnvs());

const openGateway = async () => (await import("./gateway")).getGateway();

describe("getGateway", () => {
  it("answers with simulated models where nothing is configured, by the shipped router", async () => {
    const { open, models } = await openGateway();
    expect([models.strong.id, models.weak.id]).toEqual(["simulated/strong", "simulated/weak"]);
    const { providerMetadata, text } = await generateText({
      model: await open("router-mf-0.00000"),
      prompt: "Prove that the square root of two is irrational.",
    });
    expect(readRoutingFacts(providerMetadata)).toMatchObject({ router: "mf", choice: "strong", simulated: true });
    expect(text).toContain("Simulated answer of the strong model");
    const none = await generateText({ model: await open("router-mf-1"), prompt: "Hello" });
    expect(readRoutingFacts(none.providerMetadata)).toMatchObject({ threshold: 1, choice: "weak" });
  });

  it.each(["gpt-4", "router-mf-2", "router-llama-0.5", ""])("knows no model %j", async (name) => {
    await expect((await openGateway()).open(name)).rejects.toMatchObject({ code: "not_found", parameter: "model" });
  });

  it.each([
    [{ ROUTELLM_STRONG_MODEL: "openai/gpt-5" }, "ROUTELLM_WEAK_MODEL is missing"],
    [{ ROUTELLM_WEAK_PRICE: "1,2" }, "ROUTELLM_WEAK_PRICE has no effect without ROUTELLM_WEAK_MODEL"],
    [{ ROUTELLM_STRONG_MODEL: "gpt", ROUTELLM_WEAK_MODEL: "openai/x" }, "must be provider/model"],
    [
      { ROUTELLM_STRONG_MODEL: "openai/unheard-of", ROUTELLM_WEAK_MODEL: "openai/gpt-5-nano", OPENAI_API_KEY: "sk-x" },
      "ROUTELLM_STRONG_PRICE is missing",
    ],
    [{ ROUTELLM_STRONG_PRICE: "dear" }, "such as 2.5,10"],
    [{ ROUTELLM_FALLBACK: "maybe" }, 'must be "true" or "false"'],
  ])("says what is wrong with %j", async (variables, message) => {
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    await expect(openGateway()).rejects.toThrow(message);
  });

  it("takes configured models with their prices, listed or given, and never shows a key", async () => {
    const key = "sk-very-secret";
    for (const [name, value] of Object.entries({
      ...{ OPENAI_API_KEY: key, OPENAI_COMPATIBLE_BASE_URL: "http://localhost:9/v1" },
      ...{ ROUTELLM_STRONG_MODEL: "openai/gpt-5", ROUTELLM_WEAK_MODEL: "openai-compatible/llama" },
      ROUTELLM_WEAK_PRICE: "0,0",
    }))
      vi.stubEnv(name, value);
    const { models } = await openGateway();
    expect(models.strong).toMatchObject({ id: "openai/gpt-5", price: { input: 1.25, output: 10 }, simulated: false });
    expect(models.weak).toMatchObject({ id: "openai-compatible/llama", price: { input: 0, output: 0 } });
    expect(JSON.stringify(models)).not.toContain(key);
  });
});
