import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readEnv, readProviderSettings } from "./env";

describe("readEnv", () => {
  beforeEach(() => {
    vi.stubEnv("ROUTELLM_DATA", undefined);
    vi.stubEnv("ROUTELLM_ARTIFACTS", undefined);
  });
  afterEach(() => vi.unstubAllEnvs());

  it("finds the shipped artifacts where nothing is set", () => {
    expect(readEnv().artifactsDirectory).toBe(join(process.cwd(), "public", "artifacts"));
  });

  it("takes an absolute folder as it is and a relative one from the working directory", () => {
    vi.stubEnv("ROUTELLM_DATA", "/srv/routing data");
    vi.stubEnv("ROUTELLM_ARTIFACTS", "other/artifacts");
    expect(readEnv()).toEqual({
      dataDirectory: "/srv/routing data",
      artifactsDirectory: join(process.cwd(), "other", "artifacts"),
    });
  });

  it("takes an empty or blank variable for none", () => {
    vi.stubEnv("ROUTELLM_ARTIFACTS", " ");
    expect(readEnv().artifactsDirectory).toBe(join(process.cwd(), "public", "artifacts"));
  });
});

describe("readProviderSettings", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("gives what is set, and nothing for what is blank", () => {
    vi.stubEnv("OPENAI_API_KEY", "sk-one");
    vi.stubEnv("ANTHROPIC_API_KEY", " ");
    vi.stubEnv("OPENAI_COMPATIBLE_BASE_URL", "http://localhost:11434/v1");
    vi.stubEnv("OPENAI_COMPATIBLE_API_KEY", undefined);
    expect(readProviderSettings()).toEqual({
      openaiApiKey: "sk-one",
      anthropicApiKey: undefined,
      compatibleBaseUrl: "http://localhost:11434/v1",
      compatibleApiKey: undefined,
    });
  });
});
