import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, describe, expect, it, vi } from "vitest";
import { judgeArguments, MODEL_ARGUMENTS, prepareJudgeProgram } from "@/lib/test/judge-program";
import { registerAugmentCommand } from "./augment-command";
import { runProgram } from "./run-program";

const { folder, makeFiles } = prepareJudgeProgram();
afterEach(() => vi.unstubAllEnvs());

describe("augment judge, arguments", () => {
  const paths = makeFiles(1);
  const long = join(folder, "long.txt");
  writeFileSync(long, `fine\n${"x".repeat(32_001)}\n`);
  const damaged = makeFiles(1);
  writeFileSync(`${damaged.out}.journal`, '{"kind":"asked"}\n');

  it.each([
    [["--prompts", paths.prompts], /--strong/],
    [[...judgeArguments(paths), "--strong", "big"], /^routellm: --strong: must be provider\/model/],
    [
      [...judgeArguments(paths), "--judge", "anthropic/claude"],
      /^routellm: --judge: anthropic is not configured; set ANTHROPIC_API_KEY/,
    ],
    [[...judgeArguments(paths), "--weak", "openai-compatible/big"], /^routellm: --weak: must be another model/],
    [
      ["--prompts", paths.prompts, ...MODEL_ARGUMENTS],
      /^routellm: --price: no list price is known for openai-compatible\/big; give/,
    ],
    [
      [...judgeArguments(paths), "--price", "openai/gpt-4=1,2"],
      /^routellm: --price: names openai\/gpt-4, which is none/,
    ],
    [[...judgeArguments(paths), "--price", "openai-compatible/big=1,2"], /^routellm: --price: must be .* once a model/],
    [[...judgeArguments(paths), "--price", "x=1"], /^routellm: --price: must be provider\/model=IN,OUT/],
    [[...judgeArguments(paths), "--budget", "-1"], /^routellm: --budget: must be a number from 0/],
    [[...judgeArguments(paths), "--budget", "NaN"], /^routellm: --budget: must be a number/],
    [[...judgeArguments(paths), "--concurrency", "0"], /^routellm: --concurrency: must be a whole number from 1 to 64/],
    [[...judgeArguments(paths), "--timeout", "1.5"], /^routellm: --timeout: must be a whole number/],
    [[...judgeArguments({ ...paths, prompts: join(folder, "absent.txt") })], /^routellm: --prompts: .*ENOENT/],
    [[...judgeArguments({ ...paths, prompts: long })], /^routellm: --prompts: .*line 2: .*shorten it by 1/],
    [[...judgeArguments({ ...paths, out: join(folder, "no", "o.jsonl") })], /^routellm: --out: .*ENOENT/],
    [[...judgeArguments(damaged)], /^routellm: --out: the journal .*, line 1, is no entry/],
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
