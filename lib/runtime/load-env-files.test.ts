import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { readProviderSettings } from "./env";
import { loadEnvFiles } from "./load-env-files";

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
