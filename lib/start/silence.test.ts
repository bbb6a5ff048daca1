import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const RUN = ["--import", "tsx"];
const ROUTE = [...RUN, "lib/cli/main.ts", "route", "--prompt", "What is 2 + 2?", "--router", "bert", "--json"];

const evaluate = (program: string) => [...RUN, "--input-type=module", "-e", program];
const THREADS = evaluate(`
import { createScoringPool } from "./lib/scoring/scoring-pool.ts";
const pool = createScoringPool(1);
const job = { run: "r", chunk: 0, routers: ["bert"], prompts: ["What is 2 + 2?"] };
console.log((await pool.score(job, new AbortController().signal)).length);
await pool.close();
`);
let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "routellm-silence-"));
});
afterEach(() => rm(home, { recursive: true }));

/** A user's environment, in which nobody has switched anything off: the library is also silent where CI is set. */
function environment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { CI, ORT_DISABLE_TELEMETRY, XDG_CACHE_HOME, ...rest } = process.env;
  return { ...rest, HOME: home, TMPDIR: home, ...settings };
}

async function run(
  command: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly stdout: string; readonly files: readonly string[] }> {
  const [file = "", ...args] = command;
  const { stdout } = await promisify(execFile)(file, args, { env: environment(settings) });
  const files = await readdir(home, { recursive: true });
  return { stdout, files: files.filter((name) => !name.startsWith("tsx-")) };
}

const straces = spawnSync("strace", ["-V"], { stdio: "ignore" }).status === 0;
/** Node talks to its own threads over sockets too: only what could leave the machine counts. */
const LEAVES = /sa_family=AF_INET|htons\(|sendto|sendmmsg/;

describe("onnxruntime", () => {
  it.each([
    ["the command line", ROUTE],
    ["threads that score", THREADS],
  ])("leaves no file behind and looks up no host in %s", async (_, args) => {
    const log = `${home}.calls`;
    const traced = straces ? ["strace", "-f", "-s", "200", "-e", "trace=connect,sendto,sendmmsg", "-o", log] : [];
    // Says what it means, and the library takes it for unset.
    const { stdout, files } = await run([...traced, process.execPath, ...args], { ORT_DISABLE_TELEMETRY: "0" });
    expect(stdout).not.toBe("");
    expect(files).toEqual([]);
    if (straces) {
      const calls = await readFile(log, "utf8");
      await rm(log);
      expect(calls).toContain("exited with 0");
      expect(calls.split("\n").filter((call) => LEAVES.test(call))).toEqual([]);
    }
  });

  it("knows the switch, in the version that is installed", async () => {
    const folder = `node_modules/onnxruntime-node/bin/napi-v6/${process.platform}/${process.arch}`;
    const [library = ""] = (await readdir(folder)).filter((name) => /^(lib)?onnxruntime\.(so|dll|dylib|1)/.test(name));
    const bytes = await readFile(join(folder, library));
    // Only builds that report need one.
    expect(bytes.includes("ORT_DISABLE_TELEMETRY")).toBe(bytes.includes("events.data.microsoft.com"));
  });

  it("is imported by one file, which switches it off first", async () => {
    const rooms = (await readdir("lib", { recursive: true })).filter((name) => /(?<!\.test)\.ts$/.test(name));
    const sources = await Promise.all(
      rooms.map(async (name) => ({ name, source: await readFile(join("lib", name), "utf8") })),
    );
    const importers = sources.filter(({ source }) =>
      /from "onnxruntime-node"|import\("onnxruntime-node"\)/.test(source),
    );
    expect(importers.map(({ name }) => name)).toEqual(["inference/session-pool.ts"]);
    expect(importers[0]?.source).toMatch(/import ".\/silence-onnxruntime";[\s\S]*from "onnxruntime-node"/);
  });
});
