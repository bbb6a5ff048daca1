import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { environmentSchema } from "@/lib/schemas/settings/environment";
import { readAlternativeSettings } from "./alternative-settings";
import { readDatabaseSettings, readEnv, readProviderSettings } from "./env";

describe("readEnv", () => {
  beforeEach(() => {
    vi.stubEnv("ROUTELLM_DATA", undefined);
    vi.stubEnv("ROUTELLM_ARTIFACTS", undefined);
    vi.stubEnv("ROUTELLM_STATE", undefined);
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
      stateDirectory: join(process.cwd(), ".routellm"),
    });
  });

  it("takes an empty or blank variable for none", () => {
    vi.stubEnv("ROUTELLM_ARTIFACTS", " ");
    expect(readEnv().artifactsDirectory).toBe(join(process.cwd(), "public", "artifacts"));
  });
});

describe("readDatabaseSettings", () => {
  beforeEach(() => {
    for (const name of ["ROUTELLM_STATE", "DATABASE_URL", "DATABASE_AUTH_TOKEN"]) vi.stubEnv(name, undefined);
  });
  afterEach(() => vi.unstubAllEnvs());

  it("is a file in the state folder unless a server is named", () => {
    expect(readDatabaseSettings()).toEqual({ kind: "file", path: join(process.cwd(), ".routellm", "routellm.db") });
    vi.stubEnv("ROUTELLM_STATE", "/srv/state");
    expect(readDatabaseSettings()).toEqual({ kind: "file", path: "/srv/state/routellm.db" });
    vi.stubEnv("DATABASE_URL", "libsql://db.example.org");
    vi.stubEnv("DATABASE_AUTH_TOKEN", "secret");
    const server = { kind: "server", url: "libsql://db.example.org", authToken: "secret" };
    expect(readDatabaseSettings()).toEqual(server);
  });

  it.each(["routellm.db", "file:routellm.db", "postgres://h/d", "http://", "wss://db.example.org"])(
    "refuses %s",
    (url) => {
      vi.stubEnv("DATABASE_URL", url);
      expect(readDatabaseSettings).toThrow("DATABASE_URL must be the address of a libSQL server");
    },
  );
});

describe("the environment", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("is explained in .env.example, variable by variable, and nothing else is", async () => {
    const example = await readFile(".env.example", "utf8");
    const explained = [...example.matchAll(/^#([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect(explained.toSorted()).toEqual(Object.keys(environmentSchema.shape).toSorted());
  });

  it("names the variable that is not as it should be", () => {
    vi.stubEnv("ROUTELLM_MF_ALPHA", "high");
    expect(() => readEnv()).toThrow('ROUTELLM_MF_ALPHA must be a number from 0 to 1, but it was "high"');
  });

  it("takes the defaults of a stand-in", () => {
    vi.stubEnv("ROUTELLM_CAUSAL_LLM_MODEL", "openai/m");
    vi.stubEnv("ROUTELLM_CAUSAL_LLM_TEMPLATE", "system.txt, user.txt");
    expect(readAlternativeSettings()).toEqual({
      remoteDeadlineMs: 1500,
      mf: undefined,
      bert: undefined,
      causalLlm: {
        model: "openai/m",
        api: "completions",
        templates: [join(process.cwd(), "system.txt"), join(process.cwd(), "user.txt")],
        calibration: { alpha: undefined, file: undefined },
      },
    });
    vi.stubEnv("ROUTELLM_CAUSAL_LLM_API", "both");
    expect(() => readAlternativeSettings()).toThrow('ROUTELLM_CAUSAL_LLM_API must be "completions" or "chat"');
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
