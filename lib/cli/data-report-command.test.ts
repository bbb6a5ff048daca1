import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataReportArtifactSchema } from "@/lib/schemas/artifacts/data-report-artifact";
import { commandRunner } from "@/lib/test/command-runner";
import { writeDataFolder } from "@/lib/test/write-data-folder";

const runCommand = commandRunner(() => import("./command-line"));
let data = "";
beforeAll(async () => {
  data = await writeDataFolder();
});
afterAll(() => rm(data, { recursive: true }));

const report = (...args: string[]) => runCommand(["data", "report", "--data", data, ...args]);

/** Replaces lines (counted from 1) of a gzipped file while `action` runs. */
async function withLines<Result>(
  path: string,
  lines: Readonly<Record<number, string>>,
  action: () => Promise<Result>,
): Promise<Result> {
  const good = await readFile(join(data, path));
  const rows = gunzipSync(good).toString("utf8").split("\n");
  await writeFile(join(data, path), gzipSync(rows.map((row, index) => lines[index + 1] ?? row).join("\n")));
  return action().finally(() => writeFile(join(data, path), good));
}

describe("data report", () => {
  it("counts what was planted, in one JSON document that the artifact's schema takes", async () => {
    const { exitCode, stdout, stderr } = await report("--json");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const { publishedSimilarity, skipped, ...rest } = JSON.parse(stdout);
    const { files, contamination, similarity } = dataReportArtifactSchema.parse({ schemaVersion: 1, ...rest });
    const file = (name: string) => files.find((entry) => entry.name === name);
    // 70 + 30 made up, and 2 copies of MMLU questions; 3 are flagged.
    expect(file("mmlu-pro")).toMatchObject({ kind: "golden", rows: 102, flagged: 3, copies: 2, rowsUsed: 97 });
    // 40 prompts, two votes on each; every fourth prompt is said to be German.
    expect(file("oasst-7-models")).toMatchObject({ kind: "battles", rows: 80, languages: { de: 20, en: 60 } });
    expect(file("own-arena")).toMatchObject({ rows: 25, licence: "as its owner gave it to the user", copies: 0 });
    expect(file("mmlu")).toMatchObject({ kind: "benchmark", rows: 160, flagged: 1, copies: null });
    for (const { labels, rows, kind, models, name } of files) {
      const pairs = kind === "golden" ? (models.length * (models.length - 1)) / 2 : 1;
      expect(labels.a + labels.b + labels.tie, name).toBe(rows * pairs);
    }
    expect(contamination).toEqual({ flagged: 3, textMatches: 2, nearDuplicates: 0, copies: ["copy-0", "copy-1"] });
    expect(similarity.benchmarks.map(({ benchmark }) => benchmark)).toEqual(["mt-bench", "mmlu", "gsm8k"]);
    for (const { battles, withTables, withBenchmarkRows, nearest } of similarity.benchmarks) {
      expect(battles).toBeGreaterThan(0);
      expect(withTables).toBeGreaterThanOrEqual(battles);
      expect(withBenchmarkRows).toBeGreaterThanOrEqual(withTables);
      expect(nearest.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    }
    expect(publishedSimilarity.mmlu).toEqual({ arena: 0.4823, augmented: 0.5678, augmentation: "golden" });
    expect(skipped).toBeUndefined();
  });

  it("says the same to people, and how to read the similarity", async () => {
    const { stdout } = await report();
    expect(stdout).toMatch(/^golden\/mmlu-pro\.jsonl\.gz +102 .* 97 +made up$/m);
    expect(stdout).toContain("Languages of battles/oasst-7-models.jsonl.gz: en 60, de 20.");
    expect(stdout).toContain("Left out of training: 3 rows flagged as benchmark questions, 2 prompts with the same");
    expect(stdout).toMatch(/^MMLU +\d+ +0\.\d{4} +0\.\d{4} +0\.\d{4} +0\.4823 +0\.5678 \(golden\)$/m);
    expect(stdout).toMatch(/compare the order and the steps, never the level/);
    expect(stdout).not.toMatch(/NaN|undefined/);
  });

  it("stops at a malformed row with its file and line; with --skip-bad-rows goes on and counts them", async () => {
    const lines = { 2: "{", 5: '{"id":"x"}', 9: "[1]" };
    const [stopped, skipped] = await withLines("benchmarks/gsm8k.jsonl.gz", lines, async () => [
      await report("--json"),
      await report("--json", "--skip-bad-rows"),
    ]);
    expect({ exitCode: stopped.exitCode, stdout: stopped.stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stopped.stderr).toMatch(/^routellm: --data: [^\n]*gsm8k\.jsonl\.gz, line 2: not JSON[^\n]*\n$/);
    expect(skipped.exitCode).toBe(0);
    const told = JSON.parse(skipped.stdout);
    expect(told.skipped).toEqual([
      {
        path: join(data, "benchmarks/gsm8k.jsonl.gz"),
        rows: 3,
        first: expect.stringContaining("gsm8k.jsonl.gz, line 2: not JSON"),
      },
    ]);
    expect(told.files.find((file: { name: string }) => file.name === "gsm8k").rows).toBe(57);
  });
});
