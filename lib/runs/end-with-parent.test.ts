import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it, vi } from "vitest";

const child = fileURLToPath(new URL("../test/end-with-parent-fixture.ts", import.meta.url));
const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it("a process that computes without a pause ends after its parent is killed", async () => {
  const parent = fork(child, ["parent"], { execArgv: ["--import", "tsx"], stdio: "ignore" });
  const [pid] = await once(parent, "message");
  expect(isThere(pid)).toBe(true);
  parent.kill("SIGKILL");
  await vi.waitFor(() => expect(isThere(pid)).toBe(false), { timeout: 20_000, interval: 50 });
}, 40_000);
