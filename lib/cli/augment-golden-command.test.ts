import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readBattles } from "@/lib/datasets/read-battles";
import { commandRunner } from "@/lib/test/command-runner";

const folder = mkdtempSync(join(tmpdir(), "golden-"));
afterAll(() => rmSync(folder, { recursive: true }));
const out = join(folder, "battles.jsonl");
const table = join(folder, "table.csv");
writeFileSync(
  table,
  "id,prompt,category,big,small,odd\n1,long enough a prompt,maths,1,0,1\n2,another such prompt,,1,1,\n",
);

const runCommand = commandRunner(() => import("./command-line"));

async function run(...values: string[]) {
  const { exitCode, stdout, stderr } = await runCommand(["augment", ...values]);
  return { code: exitCode, out: stdout, err: stderr };
}

describe("augment golden", () => {
  it("writes battles that training reads back, and prints the counts", async () => {
    const { code, out: printed, err } = await run("golden", "--table", table, "--out", out, "--json");
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(printed)).toEqual({
      rows: 2,
      models: 3,
      pairs: 3,
      available: { battles: 4, decided: 2, tiesBothRight: 2, tiesBothWrong: 0 },
      battles: 4,
      out,
    });
    expect((await readBattles(out, "own")).map(({ modelA, modelB, outcome }) => [modelA, modelB, outcome])).toEqual([
      ["big", "small", 1],
      ["big", "odd", 0.5],
      ["small", "odd", 0],
      ["big", "small", 0.5],
    ]);
    expect((await run("golden", "--table", table, "--out", out)).out).toMatch(
      /4 battles, 2 decided.*\nWrote 4 battles to /,
    );
  });

  it("takes pairs, a strong and a weak model, and a cap", async () => {
    const models = async (...values: string[]) => {
      const { code, out: printed } = await run("golden", "--table", table, "--json", ...values);
      expect(code).toBe(0);
      return JSON.parse(printed).lines.map(
        (line: { model_a: string; model_b: string }) => `${line.model_a}>${line.model_b}`,
      );
    };
    expect(await models("--pairs", "odd,big", "small,odd")).toEqual(["odd>big", "small>odd"]);
    expect(await models("--strong", "small", "--weak", "big")).toEqual(["small>big", "small>big"]);
    expect(await models("--max-battles", "2")).toHaveLength(2);
    expect(await models("--max-battles", "2", "--seed", "3")).toEqual(
      await models("--max-battles", "2", "--seed", "3"),
    );
  });

  it.each([
    [[], /^routellm: augment: a command is missing; it must be one of golden, judge/],
    [["silver"], /^routellm: augment: unknown command 'silver'/],
    [["golden"], /--table/],
    [["golden", "--table", join(folder, "absent.csv")], /^routellm: --table: .*ENOENT/],
    [["golden", "--table", table, "--strong", "big"], /--weak: is missing/],
    [["golden", "--table", table, "--strong", "big", "--weak", "big"], /--weak: must name another/],
    [
      ["golden", "--table", table, "--strong", "large", "--weak", "big"],
      /--strong: the table has no model "large"; it has big, small, odd/,
    ],
    [["golden", "--table", table, "--pairs", "big"], /--pairs: must be two names/],
    [["golden", "--table", table, "--pairs", "big,odd", "odd,big"], /--pairs: .*once/],
    [["golden", "--table", table, "--pairs", "big,odd", "--strong", "big"], /--pairs.*--strong/],
    [["golden", "--table", table, "--max-battles", "-1"], /--max-battles: must be a whole number/],
    [["golden", "--table", table, "--out", join(folder, "no", "o.jsonl")], /--out: .*ENOENT/],
  ])("answers case %# with exit code 2 and one line", async (values, message) => {
    const { code, out: printed, err } = await run(...values);
    expect({ code, printed }).toEqual({ code: 2, printed: "" });
    expect(err).toMatch(message);
    expect(err.trimEnd()).not.toContain("\n");
  });

  it("leaves the last file in place if the table is at fault", async () => {
    writeFileSync(out, "before\n");
    const bad = join(folder, "bad.csv");
    writeFileSync(bad, "id,prompt,a,b\n1,p,1,0\n2,p,1,2\n");
    const { code, err } = await run("golden", "--table", bad, "--out", out);
    expect(code).toBe(2);
    expect(err).toMatch(/^routellm: --table: .*line 3: scores\.b: /);
    expect(readFileSync(out, "utf8")).toBe("before\n");
    expect(existsSync(`${out}.new-${process.pid}`)).toBe(false);
  });
});
