import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keysAreNeeded, planListening } from "./listening";

const REAL = { ROUTELLM_STRONG_MODEL: "openai/gpt-4o", ROUTELLM_WEAK_MODEL: "openai/gpt-4o-mini" };

beforeEach(() => {
  for (const name of ["ROUTELLM_PASSWORD", "ROUTELLM_OPEN", "ROUTELLM_INSIST_ON_KEYS", "ROUTELLM_MF_CHECKPOINT"]) {
    vi.stubEnv(name, undefined);
  }
  for (const name of [...Object.keys(REAL), "ROUTELLM_CAUSAL_LLM_MODEL"]) vi.stubEnv(name, undefined);
});
afterEach(() => vi.unstubAllEnvs());

async function plan(hostname: string | undefined, settings: Readonly<Record<string, string>> = {}) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const warn = vi.fn();
  const addresses = await planListening(hostname, warn).catch((error: Error) => error.message);
  return { addresses, warnings: warn.mock.calls.flat(), needsKeys: keysAreNeeded() };
}

describe("where the server listens", () => {
  it("is this machine alone, with real models too", async () => {
    expect(await plan(undefined, REAL)).toEqual({ addresses: ["127.0.0.1", "::1"], warnings: [], needsKeys: false });
    expect((await plan("localhost", REAL)).addresses).toEqual(["127.0.0.1", "::1"]);
    expect((await plan("127.0.0.1", REAL)).addresses).toEqual(["127.0.0.1"]);
  });

  it("is any address with simulated models", async () => {
    expect((await plan("0.0.0.0")).addresses).toEqual(["0.0.0.0"]);
  });

  it.each(["0.0.0.0", "::", "192.168.1.4"])("is not %s with real models and no password", async (hostname) => {
    const { addresses } = await plan(hostname, REAL);
    expect(addresses).toMatch(
      /^With real models \(ROUTELLM_STRONG_MODEL\).*set ROUTELLM_PASSWORD, and ROUTELLM_API_KEYS/,
    );
    expect(addresses).not.toContain("\n");
  });

  it.each([
    ["ROUTELLM_CAUSAL_LLM_MODEL", "openai/gpt-4o"],
    ["ROUTELLM_MF_CHECKPOINT", "model.safetensors"],
  ])("is not open where %s makes the pages' scores cost money", async (name, value) => {
    expect((await plan("0.0.0.0", { [name]: value })).addresses).toContain(name);
  });

  it("is open with a password, and /v1 then insists on keys", async () => {
    expect(await plan("0.0.0.0", { ...REAL, ROUTELLM_PASSWORD: "one of many words" })).toEqual({
      addresses: ["0.0.0.0"],
      warnings: [],
      needsKeys: true,
    });
  });

  it("is open where somebody says so, who then reads what it means", async () => {
    const { addresses, warnings, needsKeys } = await plan("0.0.0.0", { ...REAL, ROUTELLM_OPEN: "true" });
    expect([addresses, needsKeys]).toEqual([["0.0.0.0"], false]);
    expect(warnings).toEqual([expect.stringMatching(/^ROUTELLM_OPEN=true: /)]);
  });

  it("insists on keys with simulated models where it is told to, as in the image", async () => {
    expect((await plan("0.0.0.0", { ROUTELLM_INSIST_ON_KEYS: "true" })).needsKeys).toBe(true);
  });

  it("must be an address", async () => {
    expect((await plan("no such host")).addresses).toBe(
      "-H must be an address of this machine, such as 0.0.0.0, but it was no such host.",
    );
  });
});
