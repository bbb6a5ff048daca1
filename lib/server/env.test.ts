import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { loadEnvFiles, readEnv, readProviderSettings } from "./env";

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

describe("loadEnvFiles", () => {
  it("takes .env.local before .env, and neither over what is set", () => {
    const folder = mkdtempSync(join(tmpdir(), "env-"));
    vi.stubEnv("OPENAI_API_KEY", undefined);
    vi.stubEnv("ANTHROPIC_API_KEY", "set");
    vi.stubEnv("OPENAI_COMPATIBLE_API_KEY", undefined);
    try {
      loadEnvFiles(folder);
      expect(readProviderSettings().openaiApiKey).toBeUndefined();
      writeFileSync(join(folder, ".env.local"), "OPENAI_API_KEY=local\nANTHROPIC_API_KEY=local\n");
      writeFileSync(join(folder, ".env"), "OPENAI_API_KEY=shared\nOPENAI_COMPATIBLE_API_KEY=shared\n");
      loadEnvFiles(folder);
      expect(readProviderSettings()).toMatchObject({
        openaiApiKey: "local",
        anthropicApiKey: "set",
        compatibleApiKey: "shared",
      });
    } finally {
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true });
    }
  });
});
