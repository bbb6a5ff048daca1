import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, describe, expect, it } from "vitest";
import { commandRunner } from "@/lib/test/command-runner";
import { judgeArguments, prepareJudgeProgram } from "@/lib/test/judge-program";
import { safetensorsBytes } from "@/lib/test/write-safetensors";
import { registerCommands } from "./command-line";

const load = () => import("./command-line");
const runCommand = commandRunner(load);
const judge = prepareJudgeProgram(load);
const folder = mkdtempSync(join(tmpdir(), "routellm-idle-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const CALIBRATE = ["calibrate", "--router", "mf", "--strong-share", "0.5"];
const NO_MONEY = "has no effect without dollars; give --budget <dollars> or --out <file> as well.";
const GOLDEN = ["augment", "golden", "--table", file("table.csv", "id,prompt,category,a,b\n1,a prompt,,1,0\n")];
const NO_CALLS = "has no effect with --estimate, which makes no call.";
const JUDGE = () => ["augment", "judge", ...judgeArguments(judge.makeFiles(1))];
const estimate = () => [...JUDGE(), "--estimate"];
const checkpoint = file(
  "mf.safetensors",
  safetensorsBytes({
    shapes: { "P.weight": [2, 1], "text_proj.0.weight": [1, 2], "classifier.0.weight": [1, 1] },
    fill: () => 0.5,
  }),
);
const MF = ["score", "--router", "mf", "--strong", "0", "--weak", "1", "--checkpoint", checkpoint];
const EMBEDDINGS = ["--prompts", file("embeddings.jsonl", '{"embedding":[1,1]}\n')];
const RANKING = ["score", "--router", "sw_ranking", "--prompts", "unread.jsonl"];

/** Always has an effect, or is refused by commander beside the one that it contradicts. */
const ALWAYS = "always";

type Refusal = readonly [
  args: () => readonly string[],
  sentence: string,
  environment?: Readonly<Record<string, string>>,
];

/** Every option of every command: with what it has no effect and is refused. */
const OPTIONS: Readonly<Record<string, Readonly<Record<string, typeof ALWAYS | Refusal>>>> = {
  route: {
    "--prompt": ALWAYS,
    "--prompts": [
      () => ["route", "--prompt", "a", "--prompts", "b.txt"],
      "--prompt: give one prompt with --prompt TEXT",
    ],
    "--router": ALWAYS,
    "--alpha": ALWAYS,
    "--strong-share": [
      () => ["route", "--prompt", "a", "--router", "mf", "--strong-share", "0.2"],
      "has no effect where ROUTELLM_MF_ALPHA fixes α; give --alpha instead.",
      {
        OPENAI_COMPATIBLE_BASE_URL: "http://127.0.0.1:9/v1",
        ROUTELLM_MF_CHECKPOINT: checkpoint,
        ROUTELLM_MF_EMBEDDINGS: "openai-compatible/e",
        ROUTELLM_MF_STRONG: "0",
        ROUTELLM_MF_WEAK: "1",
        ROUTELLM_MF_ALPHA: "0.25",
      },
    ],
    "--json": ALWAYS,
  },
  evaluate: { "--benchmark": ALWAYS, "--router": ALWAYS, "--win-rates": ALWAYS, "--curve": ALWAYS, "--json": ALWAYS },
  "evaluate-pairs": { "--data": ALWAYS, "--minimum-gap": ALWAYS, "--json": ALWAYS },
  pairs: { "--data": ALWAYS, "--out": ALWAYS },
  calibrate: {
    "--router": ALWAYS,
    "--strong-share": ALWAYS,
    "--budget": ALWAYS,
    "--keep": [
      () => [...CALIBRATE, "--keep", "upper"],
      "has no effect without --budget <dollars>; give one, or leave it out.",
    ],
    "--strong-price": [() => [...CALIBRATE, "--strong-price", "24.7"], NO_MONEY],
    "--weak-price": [() => [...CALIBRATE, "--weak-price", "1"], NO_MONEY],
    "--answer-tokens": [() => [...CALIBRATE, "--answer-tokens", "10"], NO_MONEY],
    "--prompts-per-month": [() => [...CALIBRATE, "--prompts-per-month", "10"], NO_MONEY],
    "--prompts": ALWAYS,
    "--holdout": ALWAYS,
    "--skip-bad-rows": [
      () => [...CALIBRATE, "--skip-bad-rows"],
      "has no effect on the shipped sample; give --prompts <file> as well.",
    ],
    "--save": [() => [...CALIBRATE, "--save", "x.jsonl"], "writes the win rates of your own prompts; name them with"],
    "--out": ALWAYS,
    "--json": ALWAYS,
  },
  score: {
    "--router": ALWAYS,
    "--battles": [() => [...MF, ...EMBEDDINGS, "--battles", "x.jsonl"], "goes with --router sw_ranking"],
    "--checkpoint": [() => [...RANKING, "--checkpoint", "x.safetensors"], "goes with --router mf"],
    "--prompts": ALWAYS,
    "--embeddings": [
      () => [...MF, ...EMBEDDINGS, "--embeddings", "openai/text-embedding-3-small"],
      `has no effect: ${EMBEDDINGS[1]} holds embeddings and no texts.`,
    ],
    "--strong": ALWAYS,
    "--weak": ALWAYS,
    "--tiers": [() => [...MF, ...EMBEDDINGS, "--tiers", "3"], "goes with --router sw_ranking"],
    "--json": ALWAYS,
  },
  train: { "--router": ALWAYS, "--data": ALWAYS, "--out": ALWAYS, "--seed": ALWAYS, "--skip-bad-rows": ALWAYS },
  "augment golden": {
    "--table": ALWAYS,
    "--out": ALWAYS,
    "--pairs": ALWAYS,
    "--strong": ALWAYS,
    "--weak": ALWAYS,
    "--max-battles": ALWAYS,
    "--seed": [() => [...GOLDEN, "--seed", "1"], "has no effect without --max-battles <n>: all battles are written."],
    "--skip-bad-rows": ALWAYS,
    "--json": ALWAYS,
  },
  "augment judge": {
    "--prompts": ALWAYS,
    "--strong": ALWAYS,
    "--weak": ALWAYS,
    "--judge": ALWAYS,
    "--out": ALWAYS,
    "--budget": ALWAYS,
    "--price": [() => [...JUDGE(), "--price", "openai/gpt-4=1,2"], "which is none of the"],
    "--concurrency": [() => [...estimate(), "--concurrency", "4"], NO_CALLS],
    "--max-answer-tokens": ALWAYS,
    "--max-judge-tokens": ALWAYS,
    "--timeout": [() => [...estimate(), "--timeout", "9"], NO_CALLS],
    "--estimate": ALWAYS,
    "--yes": [() => [...estimate(), "--yes"], NO_CALLS],
    "--json": ALWAYS,
  },
  bench: { "--json": ALWAYS, "--save": ALWAYS },
  "data report": { "--data": ALWAYS, "--skip-bad-rows": ALWAYS, "--json": ALWAYS },
  "data fetch benchmarks": { "--data": ALWAYS, "--from": ALWAYS },
  "data fetch arena-55k": { "--data": ALWAYS, "--from": ALWAYS },
  ask: { "--prompt": ALWAYS, "--model": ALWAYS, "--system": ALWAYS, "--json": ALWAYS },
  worker: { "--threads": ALWAYS },
};

const longFlags = ({ options }: Command): string[] => options.map(({ long }) => long ?? "").toSorted();

/** Flags by the words of the command that has any. */
function flagsBelow(command: Command, words: readonly string[] = []): (readonly [string, string[]])[] {
  const own = command.options.length === 0 ? [] : [[words.join(" "), longFlags(command)] as const];
  return [...own, ...command.commands.flatMap((inner) => flagsBelow(inner, [...words, inner.name()]))];
}

describe("options", () => {
  it("are all looked at here", async () => {
    const program = new Command("routellm");
    await registerCommands(program);
    const listed = Object.entries(OPTIONS).map(([name, flags]) => [name, Object.keys(flags).toSorted()] as const);
    expect(Object.fromEntries(flagsBelow(program))).toEqual(Object.fromEntries(listed));
  });

  const refusals = Object.entries(OPTIONS).flatMap(([name, flags]) =>
    Object.entries(flags).flatMap(([flag, refusal]) => (refusal === ALWAYS ? [] : [[name, flag, refusal] as const])),
  );

  it.each(refusals)("of %s without an effect are refused in one sentence: %s", async (_name, _flag, refusal) => {
    const [args, sentence, environment = {}] = refusal;
    const { exitCode, stdout, stderr } = await runCommand([...args(), "--json"], {
      environment: { OPENAI_COMPATIBLE_BASE_URL: "http://127.0.0.1:9/v1", ...environment },
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^routellm: --[^\n]+\n$/);
    expect(stderr).toContain(sentence);
  });
});
