import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach } from "vitest";
import { commandRunner, type LoadCommandLine } from "./command-runner";
import { type OpenAiServer, type SeenCall, type ServerAnswer, startOpenAiServer } from "./openai-server";

/** The key that the program is given. */
export const JUDGE_KEY = "sk-never-to-be-seen";
const MODELS = ["strong=big", "weak=small", "judge=referee"].map((pair) => pair.split("="));
export const MODEL_ARGUMENTS = MODELS.flatMap(([role, name]) => [`--${role}`, `openai-compatible/${name}`]);
const PRICE_ARGUMENTS = MODELS.flatMap(([, name]) => ["--price", `openai-compatible/${name}=10,30`]);

/** Prompts, and where the battles go. */
export type JudgeFiles = { readonly prompts: string; readonly out: string };

/** Answers as the models it plays: the judge prefers the answer of `big`, in whatever place it stands. */
export function answerOf({ model, system, prompt }: SeenCall): ServerAnswer {
  if (system === "") return { text: `${model}: ${prompt}`, usage: [20, 30] };
  const winner = /<first_answer[^>]*>\nbig/.test(prompt) ? "first" : "second";
  return { text: JSON.stringify({ reasoning: "It is right.", winner }), usage: [300, 20] };
}

export const judgeArguments = ({ prompts, out }: JudgeFiles): string[] => [
  ...["--prompts", prompts, "--out", out],
  ...MODEL_ARGUMENTS,
  ...PRICE_ARGUMENTS,
];

/** What makes two calls the same. */
export const identity = ({ model, prompt }: SeenCall): string => `${model}\n${prompt}`;

export const lastLine = (text: string): string => text.trimEnd().split("\n").at(-1) ?? "";

export const linesOf = (path: string): string[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");

export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(10);
}

/** What the program is told of its surroundings. */
const variables = (url: string) => ({ OPENAI_COMPATIBLE_BASE_URL: url, OPENAI_COMPATIBLE_API_KEY: JUDGE_KEY });

/**
 * `augment judge` against local servers: `run` in the test's process, `launch` in one of its own, which can be killed.
 * All of it ends with the test that began it.
 */
export function prepareJudgeProgram(load: LoadCommandLine) {
  const runCommand = commandRunner(load);
  const folder = mkdtempSync(join(tmpdir(), "judge-"));
  const servers: OpenAiServer[] = [];
  const children: ChildProcess[] = [];
  let files = 0;
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    for (const server of servers.splice(0)) await server.stop();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** @param limits a shell command that runs first, such as a ulimit. */
  function launch(url: string, values: readonly string[], limits = "") {
    const program = [...["--import", "tsx", "lib/cli/main.ts"], "augment", "judge"];
    const child = spawn("/bin/bash", ["-c", `${limits} exec "$@"`, "bash", process.execPath, ...program, ...values], {
      env: { NODE_ENV: "test", ...variables(url) },
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
    return {
      child,
      said: () => err,
      ended: once(child, "close").then(([code, signal]) => ({ code, signal, out, err })),
    };
  }
  return {
    folder,
    launch,
    async run(url: string, ...values: string[]) {
      const { exitCode, stdout, stderr } = await runCommand(["augment", "judge", ...values], {
        environment: { OPENAI_API_KEY: undefined, ANTHROPIC_API_KEY: undefined, ...variables(url) },
      });
      return { code: exitCode, out: stdout, err: stderr };
    },
    async start(answer: (call: SeenCall, number: number) => ServerAnswer | Promise<ServerAnswer> = answerOf) {
      const server = await startOpenAiServer(answer);
      servers.push(server);
      return server;
    },
    makeFiles(count: number): JudgeFiles {
      const prompts = join(folder, `prompts-${files}.jsonl`);
      const out = join(folder, `battles-${files++}.jsonl`);
      const rows = Array.from({ length: count }, (_, index) => JSON.stringify({ prompt: `question number ${index}` }));
      writeFileSync(prompts, rows.join("\n"));
      return { prompts, out };
    },
  };
}
