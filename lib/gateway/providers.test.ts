import { generateText } from "ai";
import { describe, expect, it } from "vitest";
import { createProviders } from "./providers";

const none = {
  openaiApiKey: undefined,
  anthropicApiKey: undefined,
  compatibleBaseUrl: undefined,
  compatibleApiKey: undefined,
};
const all = {
  openaiApiKey: "sk-open-secret",
  anthropicApiKey: "sk-ant-secret",
  compatibleBaseUrl: "http://localhost:11434/v1/",
  compatibleApiKey: "own-secret",
};

/** The request that a model makes. */
async function request(
  id: string,
  settings: Parameters<typeof createProviders>[0],
  options: Pick<
    Parameters<typeof generateText>[0],
    "stopSequences" | "seed" | "presencePenalty" | "frequencyPenalty"
  > = {},
) {
  const seen: { url: string; headers: Headers; body: unknown }[] = [];
  const providers = createProviders(settings, async (url, init) => {
    seen.push({ url: String(url), headers: new Headers(init?.headers), body: JSON.parse(String(init?.body)) });
    return new Response("{}", { status: 400 });
  });
  const { languageModel } = providers.model(id, "--strong");
  await expect(generateText({ ...options, model: languageModel, prompt: "hi", maxRetries: 0 })).rejects.toThrow();
  return seen[0];
}

describe("createProviders", () => {
  it("reaches each provider at its own address with its own key and no other", async () => {
    const openai = await request("openai/gpt-4o", all);
    expect(openai?.url).toBe("https://api.openai.com/v1/chat/completions");
    expect(openai?.headers.get("authorization")).toBe("Bearer sk-open-secret");
    const anthropic = await request("anthropic/claude-haiku-4-5", all);
    expect(anthropic?.url).toBe("https://api.anthropic.com/v1/messages");
    expect(anthropic?.headers.get("x-api-key")).toBe("sk-ant-secret");
    const compatible = await request("openai-compatible/org/model", all);
    expect(compatible?.url).toBe("http://localhost:11434/v1/chat/completions");
    expect(compatible?.headers.get("authorization")).toBe("Bearer own-secret");
    const bare = await request("openai-compatible/model", { ...none, compatibleBaseUrl: "https://models.test/v1" });
    expect(bare?.headers.get("authorization")).toBeNull();
  });

  it.each(["openai/gpt-4o", "openai-compatible/model"])("passes on what a request may hold, to %s", async (id) => {
    const options = { stopSequences: ["END"], seed: 7, presencePenalty: 0.5, frequencyPenalty: -0.5 };
    expect((await request(id, all, options))?.body).toMatchObject({
      ...{ stop: ["END"], seed: 7, presence_penalty: 0.5, frequency_penalty: -0.5 },
    });
  });

  it("names a model in battles by the last part of its id", () => {
    const model = createProviders(all).model(" openai-compatible/mistralai/Mixtral-8x7B ", "--weak");
    expect([model.id, model.name]).toEqual(["openai-compatible/mistralai/Mixtral-8x7B", "Mixtral-8x7B"]);
  });

  it.each(["gpt-4o", "mistral/large", "/gpt-4o", "openai/", "openai/ ", ""])(
    "refuses %o as no provider/model",
    (id) => {
      expect(() => createProviders(all).model(id, "--judge")).toThrow(
        expect.objectContaining({ parameter: "--judge", message: expect.stringContaining("must be provider/model") }),
      );
    },
  );

  it.each([
    ["openai/gpt-4o", "OPENAI_API_KEY"],
    ["anthropic/claude", "ANTHROPIC_API_KEY"],
    ["openai-compatible/x", "OPENAI_COMPATIBLE_BASE_URL"],
  ])("says what %s needs where it is not configured", (id, variable) => {
    expect(() => createProviders(none).model(id, "--strong")).toThrow(`set ${variable}`);
  });

  it.each(["ftp://host/v1", "localhost:11434", "not an address"])("refuses the address %s", (compatibleBaseUrl) => {
    expect(() => createProviders({ ...none, compatibleBaseUrl })).toThrow(/no web address.*http:\/\/localhost/);
  });

  it("refuses a password in the address without showing it", () => {
    const settings = { ...none, compatibleBaseUrl: "http://me:hunter2@host/v1" };
    expect(() => createProviders(settings)).toThrow("OPENAI_COMPATIBLE_API_KEY");
    expect(() => createProviders(settings)).not.toThrow("hunter2");
  });

  it("takes every key out of a text", () => {
    expect(createProviders(all).redact("a sk-open-secret b own-secret sk-open-secret")).toBe("a [key] b [key] [key]");
  });

  it("has embeddings and log-probabilities where the provider has", () => {
    const providers = createProviders(all);
    expect(providers.embeddings("openai/text-embedding-3-small", "--embeddings").id).toBe(
      "openai/text-embedding-3-small",
    );
    expect(providers.endpoint("openai-compatible/org/m", "X")).toMatchObject({ model: "org/m", mostAlternatives: 20 });
    expect(() => providers.embeddings("anthropic/m", "--embeddings")).toThrow(
      "anthropic has no embeddings; use openai/",
    );
    expect(() => providers.endpoint("anthropic/m", "X")).toThrow("anthropic returns no log-probabilities");
    expect(() => createProviders(none).endpoint("openai/m", "X")).toThrow("openai is not configured");
  });
});
