import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { judgeArguments, MODEL_ARGUMENTS, prepareJudgeProgram } from "@/lib/test/judge-program";

const { folder, run, makeFiles } = prepareJudgeProgram(() => import("./command-line"));

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
    const { code, out, err } = await run("http://127.0.0.1:9/v1", ...values, "--json");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err.trimEnd()).not.toContain("\n");
  });
});
