/**
 * What so many chat answers at once do to the others: /health is asked beside them, and the memory of the server watched.
 * On the production build (npm run build first) with simulated models at their usual pace.
 * Argument: how many at once (default 600).
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, get, request } from "node:http";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port";

const count = Number(process.argv[2] ?? "600");
const state = await mkdtemp(join(tmpdir(), "routellm-bench-"));
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const server = spawn(process.execPath, ["serve.mjs", "-p", String(port)], {
  env: { ...process.env, ROUTELLM_STATE: state, NEXT_TELEMETRY_DISABLED: "1" },
  stdio: ["ignore", "ignore", "inherit"],
});
const ended = once(server, "close");
const agent = new Agent({ keepAlive: true, maxSockets: count });
const healthAgent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Linux only; elsewhere there is no such figure. */
function residentMegabytes(): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1]) / 1000);
  } catch {
    return Number.NaN;
  }
}

/** Milliseconds until /health has answered. */
const askHealth = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    get(`${url}/health`, { agent: healthAgent }, (response) => {
      response.resume().once("end", () => resolve(performance.now() - start));
    }).once("error", reject);
  });

/** How an answer ended: its status, and whether all of it came. */
const askChat = (number: number): Promise<string> =>
  new Promise((resolve) => {
    const messages = [{ role: "user", content: `What is ${number} times seven? Explain it step by step.` }];
    const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
    const asking = request(`${url}/chat/answers`, { method: "POST", agent, headers }, async (response) => {
      let end = "";
      for await (const piece of response) end = `${end}${piece}`.slice(-20);
      resolve(response.statusCode === 200 && !end.includes("[DONE]") ? "cut off" : String(response.statusCode));
    });
    asking.once("error", (error) => resolve(error.message));
    asking.end(JSON.stringify({ router: "mf", threshold: 0.5, messages }));
  });

const rounded = (value: number): number => Math.round(value * 10) / 10;

try {
  while (
    !(await askHealth().then(
      () => true,
      () => false,
    ))
  ) {
    if (server.exitCode !== null) throw new Error(`The server ended with code ${server.exitCode}.`);
    await sleep(100);
  }
  await askChat(0);
  const before = residentMegabytes();
  let peak = before;
  let isOver = false;
  const healthMs: number[] = [];
  const watching = (async () => {
    while (!isOver) {
      healthMs.push(await askHealth());
      peak = Math.max(peak, residentMegabytes());
      await sleep(20);
    }
  })();
  const start = performance.now();
  const endings = await Promise.all(Array.from({ length: count }, (_, number) => askChat(number)));
  const seconds = rounded((performance.now() - start) / 1000);
  isOver = true;
  await watching;
  const sorted = healthMs.toSorted((a, b) => a - b);
  const quantile = (part: number): number => rounded(sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN);
  const answers = Object.fromEntries(
    [...new Set(endings)].map((ending) => [ending, endings.filter((other) => other === ending).length]),
  );
  const health = { p50: quantile(0.5), p99: quantile(0.99), max: quantile(1) };
  process.stdout.write(
    `${JSON.stringify({ processors: cpus().length, count, seconds, answers, healthMs: health, residentMegabytes: { before, peak } }, null, 2)}\n`,
  );
} finally {
  server.kill();
  await ended;
  await rm(state, { recursive: true, force: true });
}
