import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readQuestionTexts } from "@/lib/datasets/read-question-texts";
import { commandRunner } from "@/lib/test/command-runner";
import { type FileServer, startFileServer } from "@/lib/test/file-server";

const runCommand = commandRunner(() => import("./command-line"));
const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const FILES = {
  "evals/mmlu_law.csv": "prompt,strong\nWhy?,True\n",
  "evals/gsm8k_responses.csv": "prompt,strong\nHow many?,True\n",
};
const ARENA = "id,model_a,model_b,prompt,response_a,response_b,winner_model_a,winner_model_b,winner_tie\n";
const ARENA_PATH = "/datasets/lmsys/lmsys-arena-human-preference-55k/resolve/main/train.csv";
const digest = (text: string) => createHash("sha256").update(text).digest("hex");

let data = "";
let server: FileServer;
beforeEach(async () => {
  data = join(await mkdtemp(join(tmpdir(), "routellm-fetch-")), "data");
  server = await startFileServer({
    ...Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`/mirror/own/repo/${COMMIT}/${path}`, text])),
    [`/mirror${ARENA_PATH}`]: ARENA,
  });
});
afterEach(async () => {
  await server.close();
  await rm(join(data, ".."), { recursive: true });
});

const fetchInto = (source: string, from = `${server.base}/mirror/`) =>
  runCommand(["data", "fetch", source, "--data", data, "--from", from]);

/** A data folder whose manifest names two small public files. */
async function writeManifest(checksum: (text: string) => string = digest): Promise<void> {
  await mkdir(data);
  const file = (name: string, path: keyof typeof FILES) => ({
    path: `benchmarks/${name}.jsonl.gz`,
    rows: 1,
    licence: "MIT",
    source: "made up",
    use: "evaluate",
    raw: { repository: "own/repo", commit: COMMIT, files: { [path]: checksum(FILES[path]) } },
  });
  const files = [file("mmlu", "evals/mmlu_law.csv"), file("gsm8k", "evals/gsm8k_responses.csv")];
  await writeFile(join(data, "MANIFEST.json"), JSON.stringify({ strong: "a", weak: "b", files }));
}

const expectOneLine = (stderr: string, message: RegExp) => {
  expect(stderr).toMatch(/^routellm: data fetch: [^\n]+\n$/);
  expect(stderr).toMatch(message);
};

describe("data fetch", () => {
  it("brings what the folder's manifest names, where the explorer finds it, and nothing twice", async () => {
    await writeManifest();
    const first = await fetchInto("benchmarks");
    expect(first).toEqual({
      exitCode: 0,
      stdout: `Fetched 2 files into ${data}; 0 were there already.\n`,
      stderr: "",
    });
    expect(await readQuestionTexts(data, "mmlu")).toEqual(new Map([["mmlu-law-0", "Why?"]]));
    expect(await readQuestionTexts(data, "gsm8k")).toEqual(new Map([["gsm8k-0", "How many?"]]));
    expect((await fetchInto("benchmarks")).stdout).toContain("Fetched 0 files");
    expect(server.requests).toHaveLength(2);
  });

  it("brings the Arena battles into a folder that was not there", async () => {
    expect((await fetchInto("arena-55k")).exitCode).toBe(0);
    expect(await readdir(data, { recursive: true })).toEqual(["battles", join("battles", "arena-55k.csv")]);
    expect(await readFile(join(data, "battles", "arena-55k.csv"), "utf8")).toBe(ARENA);
  });

  it("without a manifest asks for the pinned files; a mirror that has none of them is named in one line", async () => {
    const { exitCode, stdout, stderr } = await fetchInto("benchmarks");
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expectOneLine(stderr, /\/lm-sys\/RouteLLM\/0b64fd\w+\/routellm\/evals\/\S+: there is no such file \(status 404\)/);
    expect((await readdir(data, { recursive: true })).filter((name) => /\.(csv|jsonl)/.test(name))).toEqual([]);
  });

  it("refuses files with wrong checksums, and keeps none of them", async () => {
    await writeManifest(() => digest("another"));
    const { exitCode, stderr } = await fetchInto("benchmarks");
    expect(exitCode).toBe(2);
    expectOneLine(stderr, /SHA-256 is not the expected one, twice over/);
    expect(await readQuestionTexts(data, "mmlu")).toEqual(new Map());
  });

  it("says in one line that nobody answers", async () => {
    await server.close();
    const { exitCode, stdout, stderr } = await fetchInto("arena-55k");
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expectOneLine(stderr, /train\.csv cannot be reached \(ECONNREFUSED\); check the network and run this again/);
  });

  it.each([
    [["data"], /^routellm: data: a command is missing; it must be one of report, fetch/],
    [["data", "count"], /^routellm: data: unknown command 'count'; it must be one of report, fetch/],
    [["data", "fetch"], /^routellm: data fetch: a source is missing; it must be one of benchmarks, arena-55k/],
    [
      ["data", "fetch", "arena"],
      /^routellm: data fetch: unknown source 'arena'; it must be one of benchmarks, arena-55k/,
    ],
    [["data", "fetch", "benchmarks", "--from", "mirror"], /^routellm: --from: must be an http\(s\) address/],
    [["data", "fetch", "benchmarks", "--into", "x"], /^routellm: unknown option '--into'/],
    [
      ["data", "report", "--data", "nowhere"],
      /^routellm: --data: nowhere is not a data folder: it has no MANIFEST\.json/,
    ],
  ])("answers %j with exit code 2 and one line", async (args, message) => {
    const { exitCode, stdout, stderr } = await runCommand(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toMatch(message);
  });
});
