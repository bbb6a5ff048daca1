import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const starts = (): boolean => spawnSync("redis-server", ["--version"], { stdio: "ignore" }).status === 0;

/** Is there a redis-server? Where there is none and Debian's tools run as root, Debian's is installed first. */
export function ensureRedisServer(): boolean {
  if (starts()) return true;
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status !== 0) return false;
  for (const step of [["update"], ["install", "-y", "--no-install-recommends", "redis-server"]]) aptGet(step);
  return starts();
}

/** Test files run side by side, and apt-get gives up at once where another one is at work: it is tried for two minutes. */
function aptGet(step: readonly string[]): void {
  const env = { ...process.env, LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive" };
  for (let tries = 0; tries < 60 && !starts(); tries++) {
    const { stderr } = spawnSync("apt-get", ["-o", "Acquire::http::Timeout=15", ...step], {
      ...{ env, timeout: 180_000, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] },
    });
    if (!/Could not get lock/.test(stderr)) return;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);
  }
}

export type TestRedis = { readonly url: string; stop(): Promise<void> };

/** Starts a Redis of its own, on a port that was free, that writes nothing to the disk. */
export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), "routellm-redis-"));
  const port = await freePort();
  const server: ChildProcess = spawn(
    "redis-server",
    ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  for await (const line of server.stdout ?? []) {
    if (String(line).includes("Ready to accept connections")) break;
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      const ended = once(server, "exit");
      server.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
