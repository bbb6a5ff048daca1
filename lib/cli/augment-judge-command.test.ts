import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { judgeJournalEntrySchema } from "@/lib/schemas/judge-journal-entry";
import { type OpenAiServer, type SeenCall, type ServerAnswer, startOpenAiServer } from "@/lib/test/openai-server";
import { registerAugmentCommand } from "./augment-command";
import { runProgram } from "./run-program";

const KEY = "sk-never-to-be-seen";
const folder = mkdtempSync(join(tmpdir(), "judge-"));
const servers: OpenAiServer[] = [];
const children: ChildProcess[] = [];
let files = 0;
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const server of servers.splice(0)) await server.stop();
  vi.unstubAllEnvs();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Answers as the models it plays: the judge prefers the answer of `big`, in whatever place it stands. */
function answerOf({ model, system, prompt }: SeenCall): ServerAnswer {
  if (system === "") return { text: `${model}: ${prompt}`, usage: [20, 30] };
  const winner = /<first_answer[^>]*>\nbig/.test(prompt) ? "first" : "second";
  return { text: JSON.stringify({ reasoning: "It is right.", winner }), usage: [300, 20] };
}
async function start(answer: (call: SeenCall, number: number) => ServerAnswer | Promise<ServerAnswer> = answerOf) {
  const server = await startOpenAiServer(answer);
  servers.push(server);
  return server;
}

function makeFiles(count: number) {
  const prompts = join(folder, `prompts-${files}.jsonl`);
  const out = join(folder, `battles-${files++}.jsonl`);
  const rows = Array.from({ length: count }, (_, index) => JSON.stringify({ prompt: `question number ${index}` }));
  writeFileSync(prompts, rows.join("\n"));
  return { prompts, out };
}
const MODELS = ["strong=big", "weak=small", "judge=referee"].map((pair) => pair.split("="));
const models = MODELS.flatMap(([role, name]) => [`--${role}`, `openai-compatible/${name}`]);
const prices = MODELS.flatMap(([, name]) => ["--price", `openai-compatible/${name}=10,30`]);
type Files = ReturnType<typeof makeFiles>;
const args = ({ prompts, out }: Files) => ["--prompts", prompts, "--out", out, ...models, ...prices];

/** The real program in a process of its own. */
function launch(url: string, values: readonly string[], limits = "") {
  const environment = { PATH: process.env.PATH, OPENAI_COMPATIBLE_BASE_URL: url, OPENAI_COMPATIBLE_API_KEY: KEY };
  const program = [
    process.execPath,
    "--conditions=react-server",
    "--import",
    "tsx",
    "lib/cli/main.ts",
    "augment",
    "judge",
  ];
  const child = spawn("bash", ["-c", `${limits} exec "$@"`, "bash", ...program, ...values], {
    env: { ...environment, NODE_ENV: "test" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  let [out, err] = ["", ""];
  child.stdout.on("data", (text) => {
    out += text;
  });
  child.stderr.on("data", (text) => {
    err += text;
  });
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal, out, err }));
  return { child, ended };
}
const run = (url: string, ...values: string[]) => launch(url, values).ended;

const journalOf = ({ out }: Files) =>
  readFileSync(`${out}.journal`, "utf8")
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => judgeJournalEntrySchema.parse(JSON.parse(line)));
const answered = (paths: Files) => journalOf(paths).filter(({ kind }) => kind === "answered");
const battlesOf = ({ out }: Files) =>
  readFileSync(out, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const identity = ({ model, prompt }: SeenCall) => `${model}\n${prompt}`;
const last = (text: string) => text.trimEnd().split("\n").at(-1) ?? "";

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(10);
}

describe("augment judge", () => {
  it("judges every prompt, with no more calls at once than asked, and prints one JSON document", async () => {
    let [underWay, most] = [0, 0];
    const server = await start(async (call) => {
      most = Math.max(most, ++underWay);
      await sleep(60);
      underWay--;
      return answerOf(call);
    });
    const paths = makeFiles(6);
    const { code, out, err } = await run(server.url, ...args(paths), "--yes", "--json", "--concurrency", "3");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      prompts: 6,
      judged: 6,
      strongWins: 6,
      weakWins: 0,
      ties: 0,
      disagreements: 0,
      truncatedAnswers: 0,
      failed: 0,
      failure: null,
      ended: "complete",
      // Two answers of 20·10 + 30·30 and two verdicts of 300·10 + 20·30, in millionths, six times.
      spent: expect.closeTo(6 * (2 * 1100 + 2 * 3600) * 1e-6, 10),
      maybeSpent: 0,
      out: paths.out,
      journal: `${paths.out}.journal`,
    });
    expect(err).toMatch(/^6 prompts: 24 calls to make, about \$\d\.\d+, at most \$\d\.\d+/);
    expect(err).toMatch(/6\/6 prompts \| \$0\.0564 spent/);
    expect([server.calls.length, most]).toEqual([24, 3]);
    expect(server.calls.every(({ authorization }) => authorization === `Bearer ${KEY}`)).toBe(true);
    expect(battlesOf(paths).map(({ prompt, winner }) => [prompt, winner])).toEqual(
      Array.from({ length: 6 }, (_, index) => [`question number ${index}`, "model_a"]),
    );
    for (const text of [out, err, readFileSync(`${paths.out}.journal`, "utf8")]) expect(text).not.toContain(KEY);
    expect(existsSync(`${paths.out}.journal.lock`)).toBe(false);

    const again = await run(server.url, ...args(paths));
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining("6 of 6 prompts judged: strong won 6") });
    expect(server.calls).toHaveLength(24);
  });

  it("asks again after a kill only what was under way, each once, and loses nothing", async () => {
    const paths = makeFiles(9);
    const hanging = new Set([8, 9, 10, 21, 22, 23]);
    const server = await start((call, number) => (hanging.has(number) ? "hang" : answerOf(call)));
    const values = [...args(paths), "--yes", "--json", "--concurrency", "3"];
    let [seen, kept] = [0, 0];
    const open: SeenCall[] = [];
    // All three callers come to hang: at that moment exactly these calls are under way.
    for (const [calls, answers] of [
      [10, 7],
      [23, 17],
    ] as const) {
      const { child, ended } = launch(server.url, values);
      await until(() => server.calls.length === calls && answered(paths).length === answers);
      child.kill("SIGKILL");
      expect(await ended).toMatchObject({ signal: "SIGKILL", out: "" });
      expect(existsSync(paths.out)).toBe(false);
      open.push(...server.calls.slice(-3));
      expect(calls - seen - (answers - kept)).toBe(3);
      [seen, kept] = [calls, answers];
    }
    const { code, out } = await run(server.url, ...values);
    expect(code).toBe(0);
    const summary = JSON.parse(out);
    expect(summary).toMatchObject({ judged: 9, strongWins: 9, ended: "complete" });

    const times = new Map<string, number>();
    for (const call of server.calls) times.set(identity(call), (times.get(identity(call)) ?? 0) + 1);
    const underWay = new Map<string, number>();
    for (const call of open) underWay.set(identity(call), (underWay.get(identity(call)) ?? 0) + 1);
    expect(times.size).toBe(36);
    for (const [call, count] of times) expect(count).toBe(1 + (underWay.get(call) ?? 0));
    const bought = answered(paths);
    expect([bought.length, new Set(bought.map(({ call }) => call)).size]).toEqual([36, 36]);
    // The six that were cut off may have been charged: their most is told apart from what is known to be spent.
    expect(summary.spent).toBeCloseTo(9 * (2 * 1100 + 2 * 3600) * 1e-6, 10);
    expect(summary.maybeSpent).toBeGreaterThan(6 * 1024 * 30e-6);
  });

  it("survives kills at any moment: every answer that was kept is bought once", async () => {
    const paths = makeFiles(8);
    const server = await start(async (call) => {
      await sleep(8);
      return answerOf(call);
    });
    const values = [...args(paths), "--yes", "--json", "--concurrency", "4"];
    let open = 0;
    for (const calls of [3, 14, 20]) {
      const { child, ended } = launch(server.url, values);
      await until(() => server.calls.length >= calls);
      child.kill("SIGKILL");
      await ended;
      const entries = journalOf(paths);
      const pending =
        entries.filter(({ kind }) => kind === "asked").length - entries.filter(({ kind }) => kind !== "asked").length;
      expect(pending - open).toBeLessThanOrEqual(4);
      // Nothing went out that the journal did not know of first.
      expect(server.calls.length).toBeLessThanOrEqual(entries.filter(({ kind }) => kind === "asked").length);
      open = pending;
    }
    const { code, out } = await run(server.url, ...values);
    expect([code, JSON.parse(out).judged]).toEqual([0, 8]);
    const bought = answered(paths);
    expect([bought.length, new Set(bought.map(({ call }) => call)).size]).toEqual([32, 32]);
    expect(new Set(server.calls.map(identity)).size).toBe(32);
    expect(server.calls.length).toBeLessThanOrEqual(32 + open);
  });

  it("finishes what is under way when interrupted, writes what is complete, and says how to go on", async () => {
    const paths = makeFiles(5);
    const held: (() => void)[] = [];
    const server = await start(async (call, number) => {
      if (number === 6) await new Promise<void>((resolve) => held.push(resolve));
      return answerOf(call);
    });
    const values = [...args(paths), "--yes", "--concurrency", "1"];
    const { child, ended } = launch(server.url, values);
    await until(() => held.length === 1);
    child.kill("SIGINT");
    await sleep(300);
    held[0]?.();
    const { code, out, err } = await ended;
    expect(code).toBe(1);
    expect(out).toContain("1 of 5 prompts judged");
    expect(last(err)).toBe(
      "routellm: augment judge: interrupted with 1 of 5 prompts judged. What was paid for is kept: run the same command again to go on.",
    );
    expect([server.calls.length, answered(paths).length, battlesOf(paths).length]).toEqual([6, 6, 1]);
    expect(await run(server.url, ...values)).toMatchObject({
      code: 0,
      out: expect.stringContaining("5 of 5 prompts judged"),
    });
    expect(server.calls).toHaveLength(20);
  });

  it("stops before the budget would be passed, with exit code 0, and keeps to it over runs", async () => {
    const paths = makeFiles(6);
    const server = await start();
    const values = [...args(paths), "--yes", "--json", "--max-answer-tokens", "100", "--max-judge-tokens", "100"];
    const { code, out } = await run(server.url, ...values, "--budget", "0.05");
    const summary = JSON.parse(out);
    expect([code, summary.ended]).toEqual([0, "budget"]);
    expect(summary.spent).toBeLessThanOrEqual(0.05);
    expect(server.calls.length).toBeGreaterThan(10);
    const again = JSON.parse((await run(server.url, ...values, "--budget", "0.05")).out);
    expect([again.ended, again.spent <= 0.05]).toEqual(["budget", true]);
    expect(again.spent).toBeGreaterThanOrEqual(summary.spent);
    expect(JSON.parse((await run(server.url, ...values)).out)).toMatchObject({ judged: 6, ended: "complete" });
    expect(server.calls).toHaveLength(24);
  });

  it("gets through a server that throttles, fails, breaks off and babbles", async () => {
    const paths = makeFiles(10);
    const troubles: readonly ServerAnswer[] = [
      { status: 429, headers: { "retry-after": "0" } },
      { status: 500, headers: { "retry-after-ms": "1" } },
      { status: 503, headers: { "retry-after-ms": "1" } },
      { text: '{"winner": "A"', usage: [300, 5] },
    ];
    const troubled = new Set<string>();
    const server = await start((call, number) => {
      const trouble = troubles[number % troubles.length];
      if (trouble === undefined || number % 3 !== 0 || troubled.has(identity(call))) return answerOf(call);
      troubled.add(identity(call));
      return "text" in Object(trouble) && call.system === "" ? answerOf(call) : trouble;
    });
    const { code, out } = await run(server.url, ...args(paths), "--yes", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ judged: 10, strongWins: 10, failed: 0, maybeSpent: 0 });
    expect(server.calls.length).toBeGreaterThan(45);
  });

  it("ends with 1 and the reason if prompts fail, and with 2 if a model cannot be used at all", async () => {
    const paths = makeFiles(4);
    const refusing = await start((call) => (call.prompt.includes("number 2") ? { status: 400 } : answerOf(call)));
    const some = await run(refusing.url, ...args(paths), "--yes", "--json");
    expect(some.code).toBe(1);
    expect(JSON.parse(some.out)).toMatchObject({ judged: 3, failed: 1, ended: "complete" });
    expect(last(some.err)).toMatch(/^routellm: augment judge: 1 prompts could not be judged \(.*HTTP 400.*\)/);
    expect(battlesOf(paths)).toHaveLength(3);

    const closed = await start(() => ({
      status: 401,
      body: JSON.stringify({ error: { message: `no such key: ${KEY}` } }),
    }));
    const none = await run(closed.url, ...args(makeFiles(4)), "--yes", "--json");
    expect([none.code, none.out]).toEqual([2, ""]);
    expect(last(none.err)).toMatch(
      /^routellm: --strong: openai-compatible\/big: HTTP 401: no such key: \[key\]; it must/,
    );
    expect(none.err).not.toContain(KEY);
  });

  it("loses no answer that was kept when the disk is full", async () => {
    const paths = makeFiles(40);
    const server = await start();
    // The journal may grow to 16 KiB.
    const { code, err } = await launch(server.url, [...args(paths), "--yes"], "ulimit -f 16;").ended;
    expect(code).toBe(2);
    expect(last(err)).toMatch(/^routellm: --out: the journal .* could not be used \(EFBIG\); make room/);
    const kept = answered(paths).length;
    const made = server.calls.length;
    expect(made - kept).toBeLessThanOrEqual(4);
    expect((await run(server.url, ...args(paths), "--yes")).code).toBe(0);
    expect(server.calls.length - made).toBe(160 - kept);
  });

  it("lets no second process work on the same file", async () => {
    const paths = makeFiles(2);
    const server = await start(() => "hang");
    const { child } = launch(server.url, [...args(paths), "--yes"]);
    await until(() => server.calls.length > 0);
    const second = await run(server.url, ...args(paths), "--yes");
    expect(second.code).toBe(2);
    expect(second.err).toMatch(/^routellm: --out: process \d+ is at work on this file/);
    child.kill("SIGKILL");
  });

  it("spends nothing without --yes or a terminal, nor for an estimate", async () => {
    const paths = makeFiles(3);
    const server = await start();
    const { code, out, err } = await run(server.url, ...args(paths), "--json");
    expect([code, out]).toEqual([2, ""]);
    expect(last(err)).toMatch(/^routellm: --yes: is missing/);
    const estimate = await run(server.url, ...args(paths), "--json", "--estimate");
    expect([estimate.code, estimate.err]).toEqual([0, ""]);
    expect(JSON.parse(estimate.out)).toMatchObject({ prompts: 3, calls: 12, spent: 0, maybeSpent: 0 });
    expect(server.calls).toHaveLength(0);
  });
});

describe("augment judge, arguments", () => {
  const paths = makeFiles(1);
  const long = join(folder, "long.txt");
  writeFileSync(long, `fine\n${"x".repeat(32_001)}\n`);
  const damaged = makeFiles(1);
  writeFileSync(`${damaged.out}.journal`, '{"kind":"asked"}\n');

  it.each([
    [["--prompts", paths.prompts], /--strong/],
    [[...args(paths), "--strong", "big"], /^routellm: --strong: must be provider\/model/],
    [
      [...args(paths), "--judge", "anthropic/claude"],
      /^routellm: --judge: anthropic is not configured; set ANTHROPIC_API_KEY/,
    ],
    [[...args(paths), "--weak", "openai-compatible/big"], /^routellm: --weak: must be another model/],
    [
      ["--prompts", paths.prompts, ...models],
      /^routellm: --price: no list price is known for openai-compatible\/big; give/,
    ],
    [[...args(paths), "--price", "openai/gpt-4=1,2"], /^routellm: --price: names openai\/gpt-4, which is none/],
    [[...args(paths), "--price", "openai-compatible/big=1,2"], /^routellm: --price: must be .* once a model/],
    [[...args(paths), "--price", "x=1"], /^routellm: --price: must be provider\/model=IN,OUT/],
    [[...args(paths), "--budget", "-1"], /^routellm: --budget: must be a number from 0/],
    [[...args(paths), "--budget", "NaN"], /^routellm: --budget: must be a number/],
    [[...args(paths), "--concurrency", "0"], /^routellm: --concurrency: must be a whole number from 1 to 64/],
    [[...args(paths), "--timeout", "1.5"], /^routellm: --timeout: must be a whole number/],
    [[...args({ ...paths, prompts: join(folder, "absent.txt") })], /^routellm: --prompts: .*ENOENT/],
    [[...args({ ...paths, prompts: long })], /^routellm: --prompts: .*prompt 2: .*shorten it by 1/],
    [[...args({ ...paths, out: join(folder, "no", "o.jsonl") })], /^routellm: --out: .*ENOENT/],
    [[...args(damaged)], /^routellm: --out: the journal .*, line 1, is no entry/],
  ])("answers case %# with exit code 2 and one line", async (values, message) => {
    vi.stubEnv("OPENAI_COMPATIBLE_BASE_URL", "http://127.0.0.1:9/v1");
    vi.stubEnv("ANTHROPIC_API_KEY", "");
    const program = new Command("routellm");
    registerAugmentCommand(program);
    const written = { stdout: "", stderr: "" };
    const spies = (["stdout", "stderr"] as const).map((stream) =>
      vi.spyOn(process[stream], "write").mockImplementation((text) => {
        written[stream] += String(text);
        return true;
      }),
    );
    const code = await runProgram(program, ["node", "routellm", "augment", "judge", ...values, "--json"]);
    for (const spy of spies) spy.mockRestore();
    expect({ code, printed: written.stdout }).toEqual({ code: 2, printed: "" });
    expect(written.stderr).toMatch(message);
    expect(written.stderr.trimEnd()).not.toContain("\n");
  });
});
