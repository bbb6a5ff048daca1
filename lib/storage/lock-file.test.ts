import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { acquireLock } from "./lock-file";

const folder = mkdtempSync(join(tmpdir(), "lock-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "a.lock");

describe("acquireLock", () => {
  it("keeps a second holder out until it is given back, and leaves nothing behind", async () => {
    const release = await acquireLock(path, "--out");
    expect(readFileSync(path, "utf8")).toBe(String(process.pid));
    await expect(acquireLock(path, "--out")).rejects.toMatchObject({
      parameter: "--out",
      message: expect.stringContaining(`process ${process.pid} is at work on this file`),
    });
    await release();
    await (await acquireLock(path, "--out"))();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ["of a process that is gone", () => String(spawnSync(process.execPath, ["-e", ""]).pid)],
    ["without a process", () => ""],
    ["with something else", () => "none"],
  ])("takes over a lock %s", async (_, content) => {
    writeFileSync(path, content());
    await (await acquireLock(path, "--out"))();
  });

  it("says so where no lock can be made", async () => {
    await expect(acquireLock(join(folder, "absent", "a.lock"), "--out")).rejects.toThrow(
      "could not be written (ENOENT)",
    );
  });
});
