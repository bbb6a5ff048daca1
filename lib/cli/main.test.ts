import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "@/lib/test/run-cli";
import { smallBenchmark, writeSmallArtifacts } from "@/lib/test/small-artifacts";
import { writeDataFolder } from "@/lib/test/write-data-folder";

/** What only a real start shows, once a command; all else is tested in the test's process (`commandRunner`). */
const folder = mkdtempSync(join(tmpdir(), "routellm-start-"));
let artifactsDirectory = "";
let data = "";
beforeAll(async () => {
  artifactsDirectory = await writeSmallArtifacts(smallBenchmark(10, 3));
  data = await writeDataFolder();
});
afterAll(() => {
  for (const path of [folder, artifactsDirectory, data]) rmSync(path, { recursive: true });
});

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const battle = '{"model_a":"a","model_b":"b","winner":"model_a","embedding":[1,0]}\n';
const table = "id,prompt,category,big,small\n1,long enough a prompt,maths,1,0\n";

describe("a real start", () => {
  it.each([
    ["route", () => ["--prompt", "-"], "routers", false],
    ["evaluate", () => ["--benchmark", "mmlu"], "questions", true],
    ["calibrate", () => ["--router", "mf", "--strong-share", "0.5"], "threshold", true],
    [
      "score",
      () => [
        ...["--router", "sw_ranking", "--strong", "a", "--weak", "b", "--battles", file("battles.jsonl", battle)],
        ...["--prompts", file("prompts.jsonl", '{"embedding":[1,1]}\n')],
      ],
      "winRates",
      false,
    ],
    ["ask", () => ["--prompt", "-", "--model", "router-mf-0"], "text", false],
    ["data", () => ["report", "--data", data], "files", false],
    ["augment", () => ["golden", "--table", file("table.csv", table)], "lines", false],
  ] as const)("of %s prints one JSON document, nothing else, and ends with 0", async (command, args, key, own) => {
    const { exitCode, stdout, stderr } = await runCli([command, ...args(), "--json"], {
      input: "Hello there\n",
      environment: { ROUTELLM_STATE: folder, ROUTELLM_SIMULATED_PACE_MS: "0" },
      ...(own ? { artifactsDirectory } : {}),
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(JSON.parse(stdout)).toHaveProperty(key);
  });

  it.each([
    ["evaluate-pairs", ["--minimum-gap", "2"], /--minimum-gap/],
    ["pairs", ["--dta", "x"], /unknown option '--dta'/],
    ["bench", ["--fast"], /unknown option '--fast'/],
    ["train", ["--seed", "one"], /--seed: must be a whole number/],
    ["worker", ["--threads", "0"], /--threads: must be at least 1/],
    ["evalaute", [], /must be one of .*evaluate/],
  ])("of %s with bad input ends with 2 and one line, without a stack", async (command, args, message) => {
    const { exitCode, stdout, stderr } = await runCli([command, ...args]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^routellm: [^\n]+\n$/);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\bat \S+:\d+:\d+/);
  });
});
