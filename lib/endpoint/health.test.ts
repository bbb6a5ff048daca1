import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { writeArtifacts } from "@/lib/storage/write-artifacts";
import { readHealth } from "./health";

describe("readHealth", () => {
  let directory = "";
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "health-test-"));
    vi.stubEnv("ROUTELLM_ARTIFACTS", directory);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    await rm(directory, { recursive: true, force: true });
  });

  it("says which artifacts are in use", async () => {
    await writeArtifacts({
      directory,
      files: { "mf.json": { schemaVersion: 1 } },
      manifest: {
        date: "2026-01-02",
        seed: 7,
        pair: { strong: "a", weak: "b" },
        datasets: [],
        contamination: { flagged: 0, textMatches: 0, nearDuplicates: 0, copies: [] },
      },
    });
    expect(await readHealth()).toEqual({ status: "ok", artifacts: { date: "2026-01-02", seed: 7 } });
  });

  it("tells the log what is missing, and the visitor no folder of the server", async () => {
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const health = await readHealth();
    expect(health.status).toBe("unusable");
    expect(JSON.stringify(health)).not.toContain(directory);
    expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(`${directory}/manifest.json is missing`));
  });
});
