/**
 * What a visit to each page sends, and how long the server takes for it, against the production build (npm run build
 * first): the document compressed with gzip and how many decimals are in it, the files that it names and browsers keep,
 * and the scripts that it names, each as a browser gets them (brotli where the server has it).
 * With --baseline DIR, the same of another checkout that is built, beside it. Bytes are exact; times are the median of
 * --loads (default 30) loads one after another.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { freePort } from "./free-port";

const { values: options } = parseArgs({
  options: { baseline: { type: "string" }, loads: { type: "string", default: "30" } },
});
const PAGES = ["/", "/explore", "/about", "/chat", "/calibrate"];

type Loaded = { readonly bytes: number; readonly text: string };

/** As it comes over the wire. */
async function load(url: string, encoding: string): Promise<Loaded> {
  const sent = request(url, { headers: { "accept-encoding": encoding } });
  sent.end();
  const [response] = await once(sent, "response");
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (response.statusCode !== 200) throw new Error(`${url} was answered with ${response.statusCode}.`);
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[String(response.headers["content-encoding"])];
  return { bytes: body.byteLength, text: (unpack?.(body) ?? body).toString("utf8") };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const found = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].flatMap(([, path]) => path ?? [])),
];

async function measurePage(server: string, path: string) {
  const { bytes, text } = await load(`${server}${path}`, "gzip");
  const sizeOf = async (file: string) => (await load(`${server}${file}`, "gzip, br")).bytes;
  // Scripts for browsers without modules are loaded by none of today's.
  const scripts = found(text.replace(/<script[^>]*noModule[^>]*>/gi, ""), /(\/_next\/static\/[^"\\\s]*\.js)/g);
  const times: number[] = [];
  for (let count = 0; count < Number(options.loads); count += 1) {
    const start = performance.now();
    await load(`${server}${path}`, "gzip");
    times.push(performance.now() - start);
  }
  return {
    document: bytes,
    decimals: text.match(/\d\.\d+/g)?.length ?? 0,
    keptFiles: sum(await Promise.all(found(text, /<link[^>]* href="(\/page-files\/[^"]+)"/g).map(sizeOf))),
    scripts: sum(await Promise.all(scripts.map(sizeOf))),
    medianMs: Number((times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN).toFixed(1)),
  };
}

async function measure(folder: string) {
  const [port, state] = [await freePort(), await mkdtemp(join(tmpdir(), "routellm-pages-"))];
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ["serve.mjs", "-p", String(port)], {
    cwd: folder,
    env: { ...process.env, ROUTELLM_STATE: state, NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(server, "close");
  try {
    while (!(await fetch(`${url}/health`).catch(() => undefined))?.ok) {
      if (server.exitCode !== null) throw new Error(`The server of ${folder} ended with code ${server.exitCode}.`);
      await sleep(100);
    }
    const rows: Record<string, Awaited<ReturnType<typeof measurePage>>> = {};
    for (const path of PAGES) rows[path] = await measurePage(url, path);
    return rows;
  } finally {
    server.kill();
    await ended;
    await rm(state, { recursive: true, force: true });
  }
}

const here = await measure(".");
process.stdout.write("This build:\n");
console.table(here);
if (options.baseline !== undefined) {
  const baseline = await measure(options.baseline);
  process.stdout.write(`${options.baseline}:\n`);
  console.table(baseline);
  const ratios = PAGES.map((path) => [path, (here[path]?.document ?? 0) / (baseline[path]?.document ?? 0)] as const);
  process.stdout.write(
    `Documents, as a multiple: ${ratios.map(([path, of]) => `${path} ${of.toFixed(2)}`).join(", ")}\n`,
  );
}
