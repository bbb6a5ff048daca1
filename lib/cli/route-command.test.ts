import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { commandRunner } from "@/lib/test/command-runner";

const runCommand = commandRunner(() => import("./command-line"));
const routedSchema = z.strictObject({
  winRate: z.number().min(0).max(1),
  threshold: z.number().min(0).max(1),
  choice: z.enum(["strong", "weak"]),
  latencyMs: z.number().min(0),
});
const resultSchema = z.strictObject({ prompt: z.string(), routers: z.record(z.string(), routedSchema) });
const batchSchema = z.strictObject({ results: z.array(resultSchema) });

let folder = "";
const file = async (name: string, content: string): Promise<string> => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-route-"));
});
afterAll(() => rm(folder, { recursive: true }));

const route = async (args: readonly string[], input = "") => {
  const { exitCode, stdout, stderr } = await runCommand(["route", ...args, "--json"], { input });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return JSON.parse(stdout);
};
const PROMPT = "Prove that √2 is irrational.\nThen say it “simply” 😀";

describe("route", () => {
  it("asks every router by default and decides by its threshold, ties to strong", async () => {
    const { prompt, routers } = resultSchema.parse(await route(["--prompt", PROMPT]));
    expect(prompt).toBe(PROMPT);
    expect(Object.keys(routers)).toEqual([...ROUTER_IDS]);
    for (const { winRate, threshold, choice } of Object.values(routers)) {
      expect(choice).toBe(winRate >= threshold ? "strong" : "weak");
    }
    // Each router has a threshold of its own for half of the calls.
    expect(new Set(Object.values(routers).map(({ threshold }) => threshold)).size).toBe(ROUTER_IDS.length);
  });

  it("reads a prompt of - from standard input, but for its last line end", async () => {
    const args = ["--prompt", "-", "--router", "mf", "--alpha", "0.5"];
    const piped = resultSchema.parse(await route(args, `${PROMPT}\r\n`));
    expect(piped.prompt).toBe(PROMPT);
    expect(Object.keys(piped.routers)).toEqual(["mf"]);
    expect(piped.routers.mf?.threshold).toBe(0.5);
    const given = resultSchema.parse(await route(["--prompt", PROMPT, "--router", "mf", "--alpha", "0.5"]));
    expect(piped.routers.mf?.winRate).toBe(given.routers.mf?.winRate);
  });

  it("sends everything to strong at α = 0, nothing at a strong share of 0", async () => {
    const all = resultSchema.parse(await route(["--prompt", "hi", "--alpha", "0"]));
    expect(Object.values(all.routers).map(({ choice }) => choice)).toEqual(ROUTER_IDS.map(() => "strong"));
    const none = resultSchema.parse(await route(["--prompt", PROMPT, "--strong-share", "0"]));
    expect(Object.values(none.routers).map(({ choice }) => choice)).toEqual(ROUTER_IDS.map(() => "weak"));
  });

  it("routes a file of prompts in order, a single one too, as a list of the same objects", async () => {
    const path = await file(
      "many.jsonl",
      `${JSON.stringify({ prompt: PROMPT })}\n${JSON.stringify({ prompt: "hi" })}\n`,
    );
    const { results } = batchSchema.parse(await route(["--prompts", path, "--router", "sw_ranking"]));
    expect(results.map(({ prompt }) => prompt)).toEqual([PROMPT, "hi"]);
    const one = await file("one.txt", "hi\n");
    const single = batchSchema.parse(await route(["--prompts", one, "--router", "sw_ranking"]));
    expect(single.results).toHaveLength(1);
    expect(single.results[0]?.routers.sw_ranking?.winRate).toBe(results[1]?.routers.sw_ranking?.winRate);
  });

  it("scores odd text: right to left, markup, control and null characters, a byte order mark", async () => {
    const odd = ["ما هي عاصمة فرنسا؟", "<script>alert(1)</script>", "a\0b\u0007", "\uFEFFhi", "\u202Eabc"];
    const path = await file("odd.jsonl", odd.map((prompt) => JSON.stringify({ prompt })).join("\n"));
    const { results } = batchSchema.parse(await route(["--prompts", path]));
    expect(results.map(({ prompt }) => prompt)).toEqual(odd);
  });

  it("prints a table without --json", async () => {
    const { exitCode, stdout } = await runCommand(["route", "--prompt", PROMPT, "--router", "mf"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Prove that √2 is irrational\.\n/);
    expect(stdout).toMatch(/^Matrix factorization +0\.\d{4} +0\.\d{4} +(strong|weak) +[\d.]+ ms$/m);
  });

  it.each([
    [[], "", /--prompt/],
    [["--prompt", "hi", "--prompts", "many.jsonl"], "", /--prompt\b.*--prompts/],
    [["--prompt", ""], "", /--prompt: /],
    [["--prompt", "-"], "x".repeat(1_000_000), /--prompt: .*up to 32,000 characters, but this one has 1,000,000/],
    [
      ["--prompt", "hi", "--router", "gpt"],
      "",
      /--router .*'gpt'.*sw_ranking, mf, bert, causal_llm, length, random, all/,
    ],
    [["--prompt", "hi", "--alpha", "1.5"], "", /--alpha .*'1\.5'.*number from 0 to 1/],
    [
      ["--prompt", "hi", "--alpha", "0.5", "--strong-share", "0.5"],
      "",
      /--strong-share.* cannot be used with .*--alpha/,
    ],
    [["--prompts", "absent.txt"], "", /--prompts: absent\.txt could not be read/],
  ])("answers %j with exit code 2 and one line that names the argument", async (args, input, message) => {
    const { exitCode, stdout, stderr } = await runCommand(["route", ...args, "--json"], { input });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^routellm: [^\n]+\n$/);
    expect(stderr).toMatch(message);
  });

  it("names the place of a prompt in a file that is too long", async () => {
    const path = await file("long.jsonl", `{"prompt":"hi"}\n${JSON.stringify({ prompt: "x".repeat(32_001) })}\n`);
    const { exitCode, stderr } = await runCommand(["route", "--prompts", path, "--json"]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^routellm: --prompts: [^\n]*long\.jsonl, line 2: [^\n]*32,001: shorten it by 1\.\n$/);
  });
});
