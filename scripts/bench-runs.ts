/**
 * What a scoring run costs the people beside it: a file of made-up prompts is brought and scored over HTTP, as a person's
 * is, while others score prompts of their own, on a server of the production build (npm run build first).
 *
 * npm run bench:runs [ROWS, default 100000] [ROUTERS with commas, default mf] [-- --people 50] [--pause-ms 1000]
 * With --baseline DIR, the build in DIR is measured by the same load just before, and the ratios are printed; a folder
 * that is not there becomes a worktree of --revision (default 8c91f88), installed and built.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { isRouterId } from "@/lib/domain/router-id";
import { createRandom } from "@/lib/math/seeded-random";
import { promptUploadSchema } from "@/lib/schemas/files/prompt-upload";
import { scoringRunSchema } from "@/lib/schemas/files/scoring-run";
import { synthesizePrompts } from "@/lib/test/synthetic-prompts";
import { freePort } from "./free-port";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    people: { type: "string", default: "50" },
    "pause-ms": { type: "string", default: "1000" },
    baseline: { type: "string" },
    revision: { type: "string", default: "8c91f88" },
  },
});
const [rowsArgument = "100000", routersArgument = "mf"] = positionals;
const rows = Number(rowsArgument);
const routers = routersArgument.split(",").filter(isRouterId);
const people = Number(options.people);
const pauseMs = Number(options["pause-ms"]);
const LOOK_MS = 100;
/** 100,000 rows stay below 10 MB, which is all that earlier builds took. */
const ROW_CHARACTERS = 88;

function* fileParts(): Generator<Buffer, void> {
  const random = createRandom(1);
  for (let row = 0; row < rows; row += 1_000) {
    const some = synthesizePrompts({ count: Math.min(1_000, rows - row), kind: "chat", random });
    yield Buffer.from(some.map(({ prompt }) => `${prompt.slice(0, ROW_CHARACTERS)}\n`).join(""));
  }
}
const file = Buffer.concat([...fileParts()]);
const typed = synthesizePrompts({ count: 5_000, kind: "chat", random: createRandom(2) }).map(({ prompt }) => prompt);

const quantile = (values: readonly number[], part: number) =>
  Math.round(10 * (values.toSorted((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? Number.NaN)) / 10;

/** How the page of a build has a prompt scored: by its route, or by the server action that builds had before. */
function scoringRequest(folder: string): {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: (prompt: string) => string;
} {
  if (existsSync(join(folder, "app/scores/route.ts"))) {
    return {
      path: "/scores",
      headers: { "content-type": "application/json" },
      body: (prompt) => JSON.stringify({ prompt }),
    };
  }
  const manifest = z
    .object({ node: z.record(z.string(), z.object({ exportedName: z.string() })) })
    .parse(JSON.parse(readFileSync(join(folder, ".next/server/server-reference-manifest.json"), "utf8")));
  const action = Object.entries(manifest.node).find(([, { exportedName }]) => exportedName === "scorePrompt")?.[0];
  if (action === undefined) throw new Error(`The build in ${folder} has no action that scores a prompt.`);
  const headers = { "next-action": action, accept: "text/x-component", "content-type": "text/plain;charset=UTF-8" };
  return { path: "/", headers, body: (prompt) => JSON.stringify([{ prompt }]) };
}

/** Resident megabytes of a process and all that it started (Linux). */
function treeMegabytes(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // Ended meanwhile.
    }
  }
  const isOfTree = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === root || isOfTree(parents.get(pid)));
  let kilobytes = 0;
  for (const pid of parents.keys()) {
    if (!isOfTree(pid)) continue;
    try {
      kilobytes += Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
    } catch {
      // Ended meanwhile.
    }
  }
  return Math.round(kilobytes / 1000);
}

async function measure(folder: string) {
  const state = await mkdtemp(join(tmpdir(), "routellm-bench-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = spawn(process.execPath, ["serve.mjs", "-p", String(port)], {
    cwd: folder,
    env: { ...process.env, ROUTELLM_STATE: state, NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(server, "close");
  const scoring = scoringRequest(folder);
  const score = async (prompt: string): Promise<number> => {
    const begin = performance.now();
    const response = await fetch(`${url}${scoring.path}`, {
      method: "POST",
      headers: scoring.headers,
      body: scoring.body(prompt),
    });
    const text = await response.text();
    if (!response.ok || !text.includes('"winRate"'))
      throw new Error(`A prompt was not scored: ${response.status} ${text}`);
    return performance.now() - begin;
  };
  try {
    const isUp = () =>
      fetch(`${url}/health`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await isUp())) {
      if (server.exitCode !== null) throw new Error(`The server ended with code ${server.exitCode}.`);
      await sleep(LOOK_MS);
    }
    for (let warm = 0; warm < 50; warm++) await score(typed[warm] ?? "");
    const idleMegabytes = treeMegabytes(server.pid ?? 0);
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, treeMegabytes(server.pid ?? 0));
    }, LOOK_MS);
    const begin = performance.now();
    const sent = await fetch(`${url}/calibrate/uploads?name=made-up.txt`, { method: "POST", body: file });
    const upload = promptUploadSchema.parse(await sent.json());
    const uploadSeconds = (performance.now() - begin) / 1000;
    const latencies: number[] = [];
    const start = performance.now();
    const started = await fetch(`${url}/calibrate/runs`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ upload: upload.id, column: null, routers, keepPrompts: false }),
    });
    let run = scoringRunSchema.parse(await started.json());
    const goesOn = () => run.state === "waiting" || run.state === "scoring";
    const person = async (place: number): Promise<void> => {
      await sleep((pauseMs * place) / people);
      for (let turn = place; goesOn(); turn += people) {
        latencies.push(await score(`${turn} ${typed[turn % typed.length]}`));
        await sleep(pauseMs);
      }
    };
    const crowd = Array.from({ length: people }, (_, place) => person(place));
    while (goesOn()) {
      await sleep(LOOK_MS);
      run = scoringRunSchema.parse(await (await fetch(`${url}/calibrate/runs/${run.id}/state`)).json());
    }
    const seconds = (performance.now() - start) / 1000;
    await Promise.all(crowd);
    clearInterval(watch);
    if (run.state !== "done") throw new Error(`The run is ${run.state}: ${run.failure}`);
    return {
      ...{ folder, rows, megabytes: Math.round(file.length / 1e5) / 10, routers, people, pauseMs },
      uploadSeconds: Math.round(10 * uploadSeconds) / 10,
      seconds: Math.round(10 * seconds) / 10,
      rowsPerSecond: Math.round(rows / seconds),
      scoredMeanwhile: latencies.length,
      scoringMs: { p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95) },
      residentMegabytes: { idle: idleMegabytes, peak },
    };
  } finally {
    server.kill();
    await ended;
    await rm(state, { recursive: true, force: true });
  }
}

function prepare(folder: string): void {
  const run = (command: string, args: readonly string[], cwd = ".") =>
    execFileSync(command, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
  if (!existsSync(folder)) run("git", ["worktree", "add", "--detach", folder, options.revision]);
  if (!existsSync(join(folder, "node_modules"))) run("npm", ["ci"], folder);
  if (!existsSync(join(folder, ".next/BUILD_ID"))) run("npm", ["run", "build"], folder);
}

const print = (figures: object) => process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
if (options.baseline === undefined) print(await measure("."));
else {
  prepare(options.baseline);
  const before = await measure(options.baseline);
  print(before);
  const after = await measure(".");
  print(after);
  const ratio = (later: number, earlier: number) => Math.round((100 * later) / earlier) / 100;
  print({
    ratios: {
      scoringP50: ratio(after.scoringMs.p50, before.scoringMs.p50),
      scoringP95: ratio(after.scoringMs.p95, before.scoringMs.p95),
      seconds: ratio(after.seconds, before.seconds),
      peakMegabytes: ratio(after.residentMegabytes.peak, before.residentMegabytes.peak),
    },
  });
}
