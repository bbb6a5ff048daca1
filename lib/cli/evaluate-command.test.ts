import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { readBenchmarkQuestions } from "@/lib/test/benchmark-questions";
import { commandRunner } from "@/lib/test/command-runner";
import { readMetricsReference } from "@/lib/test/metrics-reference";
import { PSEUDO_ROUTERS } from "@/lib/test/pseudo-routers";
import { hasReference } from "@/lib/test/reference-folder";
import { findDataDirectory } from "@/lib/test/shared-data";
import { smallBenchmark, writeSmallArtifacts } from "@/lib/test/small-artifacts";

const runCommand = commandRunner(() => import("./command-line"));
const point = z.strictObject({ threshold: z.number(), strongShare: z.number(), score: z.number() });
const cpt = z.number().nullable();
const reportSchema = z.strictObject({
  benchmark: z.string(),
  questions: z.number(),
  strong: z.number(),
  weak: z.number(),
  optimal: z.array(z.strictObject({ strongShare: z.number(), score: z.number() })).length(11),
  routers: z.record(
    z.string(),
    z.strictObject({ points: z.array(point), auc: z.number(), apgr: cpt, cpt20: cpt, cpt50: cpt, cpt80: cpt }),
  ),
});

const benchmark = smallBenchmark(60, 8);
const lines = benchmark.ids.map((id, index) => JSON.stringify({ id, winRate: benchmark.winRates[index] }));
let artifactsDirectory = "";
let folder = "";
const file = async (name: string, content: string): Promise<string> => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};
const evaluate = (...args: string[]) => runCommand(["evaluate", ...args], { artifactsDirectory });
const report = async (...args: string[]) => {
  const { exitCode, stdout, stderr } = await evaluate(...args, "--json");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return reportSchema.parse(JSON.parse(stdout));
};

beforeAll(async () => {
  artifactsDirectory = await writeSmallArtifacts(benchmark);
  folder = await mkdtemp(join(tmpdir(), "routellm-cli-"));
});
afterAll(async () => {
  await rm(artifactsDirectory, { recursive: true });
  await rm(folder, { recursive: true });
});

describe("evaluate", () => {
  it("reports all routers on the rows that were not trained on, by deciles", async () => {
    const { benchmark: id, questions, routers } = await report("--benchmark", "mmlu");
    expect({ id, questions, routers: Object.keys(routers) }).toEqual({
      id: "mmlu",
      questions: 58,
      routers: ["sw_ranking", "mf", "bert", "causal_llm", "length", "random"],
    });
    expect(routers.mf?.points).toHaveLength(11);
    expect(routers.mf?.points[0]?.strongShare).toBe(1);
    expect(routers.mf?.points.at(-1)?.strongShare).toBe(0);
  });

  it("leaves the broken subject out of audited MMLU, and measures one router on every threshold", async () => {
    const { questions, routers } = await report("--benchmark", "mmlu-audited", "--router", "mf", "--curve", "full");
    expect(questions).toBe(57);
    expect(Object.keys(routers)).toEqual(["mf"]);
    expect(routers.mf?.points).toHaveLength(58);
  });

  it("measures somebody else's router on the whole benchmark, whatever order and line ends its file has", async () => {
    const winRates = await file("good.jsonl", `\uFEFF${lines.toReversed().join("\r\n")}\r\n`);
    const all = await report("--benchmark", "mmlu", "--win-rates", winRates);
    expect(all.questions).toBe(60);
    expect(Object.keys(all.routers)).toEqual(["custom"]);
    const audited = await report("--benchmark", "mmlu-audited", "--win-rates", winRates, "--router", "mf");
    expect(audited.questions).toBe(59);
    expect(audited.routers.custom).toEqual(audited.routers.mf);
  });

  it("prints an aligned table without --json", async () => {
    const { exitCode, stdout } = await evaluate("--benchmark", "mmlu");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^MMLU: 58 questions, strong [\d.]+ %, weak [\d.]+ %$/m);
    expect(stdout).toMatch(/^sw_ranking +0\.\d{4} +-?\d\.\d{3} to \d\.\d{3}/m);
  });

  it.each([
    ["a missing row", lines.slice(1), /no win rate for 1 of 60 questions, the first of them "q0"/],
    ["an unknown id", [...lines, '{"id":"nope","winRate":0.5}'], /"nope", which is no question/],
    ["a repeated id", [...lines, lines[5] ?? ""], /"q5" more than once/],
    ["a line that is no JSON", [lines[0] ?? "", "{oops"], /line 2: not JSON/],
    ["a win rate above 1", [lines[0] ?? "", '{"id":"q1","winRate":1.5}'], /line 2: winRate: .*<=1/],
    ["a win rate that is text", ['{"id":"q0","winRate":"0.5"}'], /line 1: winRate: .*number/],
    ["nothing", [], /no win rate for 60 of 60/],
  ])("refuses a file with %s in one line", async (name, content, message) => {
    const winRates = await file(`${name.replaceAll(" ", "-")}.jsonl`, content.join("\n"));
    const { exitCode, stdout, stderr } = await evaluate("--benchmark", "mmlu", "--win-rates", winRates, "--json");
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^routellm: --win-rates: [^\n]+\n$/);
    expect(stderr).toMatch(message);
  });

  it.each([
    [["--benchmark", "hellaswag"], /--benchmark .*hellaswag.* mmlu, mmlu-audited, gsm8k, mt-bench/],
    [[], /--benchmark <mmlu\|mmlu-audited\|gsm8k\|mt-bench>' not specified/],
    [
      ["--benchmark", "mmlu", "--router", "gpt"],
      /--router .*'gpt'.*sw_ranking, mf, bert, causal_llm, length, random, all/,
    ],
    [["--benchmark", "mmlu", "--curve", "spline"], /--curve .*'spline'.*deciles, full/],
    [["--benchmark", "mmlu", "--win-rates", "absent.jsonl"], /--win-rates: absent\.jsonl could not be read/],
    [["--benchmark", "mmlu", "--colour"], /unknown option '--colour'/],
    [["--benchmark", "gsm8k"], /gsm8k\.json is missing/],
  ])("answers %j with exit code 2 and one line", async (args, message) => {
    const { exitCode, stdout, stderr } = await evaluate(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^routellm: [^\n]+\n$/);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\bat \S+:\d+:\d+/);
  });

  it("names the commands where none, or an unknown one, is given", async () => {
    for (const args of [[], ["evalaute"]]) {
      const { exitCode, stderr } = await runCommand(args);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/^routellm: [^\n]*must be one of [^\n]*evaluate[^\n]*\n$/);
    }
    const help = await runCommand(["--help"]);
    expect({ exitCode: help.exitCode, stderr: help.stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(help.stdout).toContain("evaluate");
  });
});

const dataDirectory = findDataDirectory();
const missing = dataDirectory === undefined || !hasReference;

describe.skipIf(missing)(`evaluate, whole${missing ? " (left out: needs ../shared or ROUTELLM_DATA)" : ""}`, () => {
  it("gives the public implementation's figures for the length pseudo-router on GSM8K", async () => {
    if (dataDirectory === undefined) return;
    const questions = readBenchmarkQuestions(dataDirectory, "gsm8k").filter((question) => !question.contaminated);
    const winRates = questions.map(({ prompt }) => PSEUDO_ROUTERS.length(prompt));
    const directory = await writeSmallArtifacts({
      ids: questions.map(({ id }) => id),
      strong: questions.map(({ strong }) => strong),
      weak: questions.map(({ weak }) => weak),
      winRates: questions.map(() => 0.5),
    });
    const text = questions.map(({ id }, index) => JSON.stringify({ id, winRate: winRates[index] })).join("\n");
    const { stdout } = await runCommand(
      ["evaluate", "--benchmark", "mmlu", "--win-rates", await file("length.jsonl", text), "--json"],
      { artifactsDirectory: directory },
    );
    await rm(directory, { recursive: true });
    const measured = reportSchema.parse(JSON.parse(stdout));
    const reference = readMetricsReference().gsm8k;
    const expected = reference?.routers.length;
    expect(measured.questions).toBe(1307);
    expect(100 * measured.weak).toBeCloseTo(reference?.weak ?? NaN, 9);
    expect(100 * measured.strong).toBeCloseTo(reference?.strong ?? NaN, 9);
    for (const metric of ["apgr", "cpt20", "cpt50", "cpt80"] as const) {
      expect(measured.routers.custom?.[metric]).toBeCloseTo(expected?.[metric] ?? NaN, 11);
    }
    expect(measured.routers.custom?.points.map(({ strongShare }) => strongShare)).toEqual(
      expected?.points.map((point) => expect.closeTo(point.strong_percentage, 11)),
    );
    expect(measured.optimal[1]?.score).toBeCloseTo((reference?.optimal["10"] ?? NaN) / 100, 11);
  });
});
