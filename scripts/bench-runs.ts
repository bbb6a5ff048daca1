/**
 * How fast a scoring run goes on this machine, in how much memory, and how long a prompt of the playground takes
 * meanwhile: the real upload store, engine, threads and routers in one process, on made-up prompts.
 * Arguments: rows (default 100,000) and routers with commas between them (default mf).
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { inspectPrompts } from "@/lib/datasets/inspect-prompts";
import { isRouterId } from "@/lib/domain/router-id";
import { createRandom } from "@/lib/math/seeded-random";
import { uploadStore } from "@/lib/server/brought-files";
import { scorePrompt } from "@/lib/server/score-prompt";
import { getRunEngine } from "@/lib/server/scoring-runs";
import { makeUpPrompts } from "@/lib/test/made-up-prompts";

const [rowsArgument = "100000", routersArgument = "mf"] = process.argv.slice(2);
const rows = Number(rowsArgument);
const routers = routersArgument.split(",").filter(isRouterId);
const PAUSE_MS = 200;

async function* file(): AsyncGenerator<Uint8Array, void> {
  const random = createRandom(1);
  for (let row = 0; row < rows; row += 1_000) {
    const some = makeUpPrompts({ count: Math.min(1_000, rows - row), kind: "chat", random });
    yield Buffer.from(some.map(({ prompt }) => `${prompt}\n`).join(""));
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const quantile = (values: readonly number[], part: number) =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? Number.NaN);

const state = await mkdtemp(join(tmpdir(), "routellm-bench-"));
process.env.ROUTELLM_STATE = state;
try {
  const upload = await uploadStore().receive({
    name: "made-up.txt",
    content: file(),
    announcedBytes: undefined,
    signal: new AbortController().signal,
    inspect: (path) => inspectPrompts({ path, name: "made-up.txt" }),
  });
  await scorePrompt("Warm up, please.");
  const engine = await getRunEngine();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let peak = 0;
  const latencies: number[] = [];
  const start = performance.now();
  const { id } = await engine.start({ upload: upload.id, column: null, routers, keepPrompts: false });
  let run = await engine.find(id);
  let scoredAt = 0;
  while (run.state === "waiting" || run.state === "scoring") {
    await pause(PAUSE_MS);
    const begin = performance.now();
    await scorePrompt(`Prompt ${latencies.length}: compare some ways to keep a promise, and prove the best one.`);
    latencies.push(performance.now() - begin);
    peak = Math.max(peak, process.memoryUsage().rss);
    run = await engine.find(id);
    if (scoredAt === 0 && run.scored === rows) scoredAt = performance.now();
  }
  const seconds = (performance.now() - start) / 1000;
  const figures = {
    state: run.state,
    failure: run.failure,
    rows,
    megabytes: Math.round(upload.bytes / 1e6),
    routers,
    seconds: Math.round(10 * seconds) / 10,
    promptsPerSecond: Math.round(rows / seconds),
    assemblingSeconds: Math.round(performance.now() - scoredAt) / 1000,
    peakMegabytes: Math.round(peak / 1e6),
    promptMeanwhileMs: { p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95) },
    loopDelayMs: { p99: Math.round(delay.percentile(99) / 1e6), worst: Math.round(delay.max / 1e6) },
    processorSeconds: Math.round(process.cpuUsage().user / 1e6),
  };
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
} finally {
  await rm(state, { recursive: true, force: true });
}
process.exit();
