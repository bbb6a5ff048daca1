/**
 * How many requests a second /v1/chat/completions answers, and what routing adds: autocannon against the production build
 * (npm run build first) with simulated models that answer at once, on prompts that are all different.
 * Then the same with --pages (default 20) pages a second loaded beside it, and the ratio of the two 99th percentiles.
 * Arguments: seconds (default 20), router (default mf) and connections (default 32). With --soak MINUTES, it goes on at
 * --load (default 0.8) of the rate that it found, and says each minute what failed and what memory is left after a
 * collection of garbage; it fails if a request did.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { createRandom } from "@/lib/math/seeded-random";
import { synthesizePrompts } from "@/lib/test/synthetic-prompts";
import { freePort } from "./free-port";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    soak: { type: "string", default: "0" },
    load: { type: "string", default: "0.8" },
    pages: { type: "string", default: "20" },
  },
});
const [secondsArgument = "20", router = "mf", connectionsArgument = "32"] = positionals;
const soakMinutes = Number(options.soak);
const soakLoad = Number(options.load);
const pagesPerSecond = Number(options.pages);
const seconds = Number(secondsArgument);
const WARM_UP_SECONDS = 5;
const PROMPTS = 20_000;

const state = await mkdtemp(join(tmpdir(), "routellm-bench-"));
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
// What is alive, not what is not collected yet: the server of a measurement collects garbage when it is told to.
const COLLECT = `data:text/javascript,process.on("SIGUSR2",()=>globalThis.gc())`;
const server = spawn(process.execPath, ["--expose-gc", "--import", COLLECT, "serve.mjs", "-p", String(port)], {
  env: { ...process.env, ROUTELLM_STATE: state, ROUTELLM_SIMULATED_PACE_MS: "0", NEXT_TELEMETRY_DISABLED: "1" },
  stdio: ["ignore", "ignore", "inherit"],
});
const ended = once(server, "close");

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? Number.NaN;
const rounded = (value: number, decimals = 3): number => Number(value.toFixed(decimals));

const prompts = synthesizePrompts({ count: PROMPTS, kind: "chat", random: createRandom(1) });
let next = 0;
const nextBody = (): string =>
  JSON.stringify({
    model: `router-${router}-0.5`,
    messages: [{ role: "user", content: prompts[next++ % prompts.length]?.prompt ?? "" }],
  });

/**
 * Sends requests for some time, as many as are answered or `rate` a second.
 * @returns autocannon's result and the milliseconds of routing of each answer.
 */
async function fire(duration: number, rate?: number) {
  const routingMs: number[] = [];
  const result = await autocannon({
    ...{ url: `${url}/v1/chat/completions`, method: "POST", duration, connections: Number(connectionsArgument) },
    ...(rate !== undefined && { overallRate: rate }),
    headers: { "content-type": "application/json" },
    requests: [
      {
        setupRequest: (request) => ({ ...request, body: nextBody() }),
        onResponse: (_status, _body, _context, headers) => {
          const value = headers?.["x-routellm-routing-ms"];
          if (value !== undefined) routingMs.push(Number(value));
        },
      },
    ],
  });
  return { result, routingMs };
}

const PAGES = ["/explore", "/about", "/", "/calibrate"];

/**
 * Loads the pages' documents in turn at a steady rate, whether or not earlier ones have come, until told to stop.
 * @returns what stops it and tells how many came and how long they took, in milliseconds.
 */
function loadPages() {
  const taken: number[] = [];
  const underWay = new Set<Promise<void>>();
  let begun = 0;
  let failed = 0;
  const timer = setInterval(() => {
    const start = performance.now();
    const load = fetch(`${url}${PAGES[begun++ % PAGES.length]}`)
      .then(async (response) => {
        await response.text();
        if (response.ok) taken.push(performance.now() - start);
        else failed += 1;
      })
      .catch(() => {
        failed += 1;
      })
      .finally(() => underWay.delete(load));
    underWay.add(load);
  }, 1000 / pagesPerSecond);
  return async () => {
    clearInterval(timer);
    await Promise.all(underWay);
    return {
      loaded: taken.length,
      failed,
      p50: Math.round(quantile(taken, 0.5)),
      p99: Math.round(quantile(taken, 0.99)),
    };
  };
}

/** What the server says of itself. */
async function readProcess() {
  const text = await (await fetch(`${url}/metrics`)).text();
  const read = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
  return {
    processorSeconds: read("process_cpu_seconds_total"),
    megabytes: Math.round(read("process_resident_memory_bytes") / 1e6),
    heapMegabytes: Math.round(read("nodejs_heap_size_used_bytes") / 1e6),
  };
}

/** Minute after minute at a steady rate; the last second of each is for the collection. */
async function soak(rate: number): Promise<void> {
  for (let minute = 1; minute <= soakMinutes; minute++) {
    const { result } = await fire(59, rate);
    server.kill("SIGUSR2");
    await sleep(1_000);
    const { megabytes, heapMegabytes } = await readProcess();
    const { errors, timeouts, non2xx: others, latency } = result;
    const failed = errors + timeouts + others;
    const latencyMs = { p50: latency.p50, p99: latency.p99, max: latency.max };
    const line = { minute, answers: result["2xx"], rate: Math.round(result.requests.average), failed, latencyMs };
    process.stdout.write(`${JSON.stringify({ ...line, residentMegabytes: megabytes, heapMegabytes })}\n`);
    if (failed > 0) process.exitCode = 1;
  }
}

try {
  while (
    !(await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (server.exitCode !== null) throw new Error(`The server ended with code ${server.exitCode}.`);
    await sleep(100);
  }
  await fire(WARM_UP_SECONDS);
  const before = await readProcess();
  const { result, routingMs } = await fire(seconds);
  const after = await readProcess();
  for (const path of PAGES) await (await fetch(`${url}${path}`)).text();
  const stopPages = loadPages();
  const { result: beside } = await fire(seconds);
  const pages = await stopPages();
  const figures = {
    router,
    processors: cpus().length,
    seconds,
    connections: result.connections,
    requestsPerSecond: Math.round(result.requests.average),
    answers: result["2xx"],
    others: result.non2xx,
    errors: result.errors,
    routingMs: { p50: rounded(quantile(routingMs, 0.5)), p99: rounded(quantile(routingMs, 0.99)) },
    latencyMs: { p50: result.latency.p50, p99: result.latency.p99 },
    // Says what a request takes whatever else the machine is doing.
    processorMsPerRequest: rounded(
      (1000 * (after.processorSeconds - before.processorSeconds)) / Math.max(1, routingMs.length),
    ),
    residentMegabytes: { before: before.megabytes, after: after.megabytes },
    besidePages: {
      pagesPerSecond,
      pagesMs: pages,
      requestsPerSecond: Math.round(beside.requests.average),
      others: beside.non2xx + beside.errors,
      latencyMs: { p50: beside.latency.p50, p99: beside.latency.p99 },
      p99Ratio: rounded(beside.latency.p99 / result.latency.p99, 2),
    },
  };
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  if (soakMinutes > 0) await soak(Math.round(soakLoad * figures.requestsPerSecond));
} finally {
  server.kill();
  await ended;
  await rm(state, { recursive: true, force: true });
}
