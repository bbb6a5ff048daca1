import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { readOutcomeTable } from "./read-outcome-table";

const folder = mkdtempSync(join(tmpdir(), "outcomes-"));
afterAll(() => rmSync(folder, { recursive: true }));

function read(name: string, content: string | Uint8Array) {
  writeFileSync(join(folder, name), content);
  return readOutcomeTable(join(folder, name));
}

const row = { id: "q1", prompt: "what", category: "maths", scores: { "GPT-4": 1, b: 0.5, c: null } };
const json = (...rows: unknown[]) => rows.map((line) => JSON.stringify(line)).join("\n");
const csv = 'id, prompt ,category,GPT-4,b,c\nq1,what,maths,1,0.5,\n"q2","a\nb",,0,1,1\n';

describe("readOutcomeTable", () => {
  it("reads JSON Lines and CSV to the same rows, gzipped or not, with the models' own names", async () => {
    const second = { id: "q2", prompt: "a\nb", category: "", scores: { "GPT-4": 0, b: 1, c: 1 } };
    const lines = json(row, second);
    const rows = await read("a.jsonl", `\uFEFF${lines}\n\n`);
    expect(rows).toEqual([
      {
        id: "q1",
        prompt: "what",
        category: "maths",
        scores: new Map(Object.entries({ "GPT-4": 1, b: 0.5 })),
        benchmarks: [],
      },
      { ...second, scores: new Map(Object.entries(second.scores)), benchmarks: [] },
    ]);
    expect(await read("a.jsonl.gz", gzipSync(lines))).toEqual(rows);
    expect(await read("a.csv", `\uFEFF${csv.replaceAll("\n", "\r\n").replace("a\r\nb", "a\nb")}`)).toEqual(rows);
    expect(await read("a.csv.gz", gzipSync(csv))).toEqual(rows);
  });

  it("keeps the flag of a benchmark question, and does without a category", async () => {
    const flagged = { id: "q", prompt: "p", scores: { a: 1 }, in_benchmark: ["mmlu"] };
    expect(await read("flag.jsonl", json(flagged))).toMatchObject([{ category: "", benchmarks: ["mmlu"] }]);
    expect(await read("bare.csv", "id,prompt,m\n1,p,0\n")).toMatchObject([{ id: "1", category: "" }]);
  });

  it.each([
    ["not-json.jsonl", `${json(row)}\n{"id":`, /line 2: not JSON/],
    ["score.jsonl", json(row, { ...row, id: "q2", scores: { a: 1.5 } }), /line 2: scores\.a: .*1/],
    ["text.jsonl", json({ ...row, scores: { a: "1" } }), /line 1: scores\.a: must be a number from 0 to 1/],
    ["twice.jsonl", json(row, row), /line 2: id: "q1" stands in an earlier row too/],
    ["blank.jsonl", json({ ...row, prompt: " " }), /line 1: prompt: is empty/],
    ["none.jsonl", "\n", /holds no row/],
    ["broken.jsonl.gz", "no gzip", /not a complete gzip file/],
    ["score.csv", "id,prompt,m\n1,p,1\n2,p,yes\n", /line 3: scores\.m: must be a number from 0 to 1/],
    ["minus.csv", "id,prompt,m\n1,p,-1\n", /line 2: scores\.m/],
    ["infinite.csv", "id,prompt,m\n1,p,Infinity\n", /line 2: scores\.m/],
    ["twice.csv", "id,prompt,m\n1,p,1\n1,p,1\n", /line 3: id: "1" stands in an earlier row/],
    ["ragged.csv", "id,prompt,m\n1,p,1,1\n", /no valid CSV: .*line 2/],
    ["columns.csv", "id,prompt,m,m\n1,p,1,1\n", /line 1: column "m" is named twice/],
    ["no-id.csv", "question,prompt,m\n1,p,1\n", /no column "id"/],
    ["head.csv", "id,prompt,m\n", /holds no row/],
    ["table.parquet", "x", /must end in \.csv or \.jsonl/],
    ["latin.csv", Uint8Array.of(0x69, 0x64, 0xe9), /not UTF-8/],
  ])("refuses %s and says where and why", async (name, content, message) => {
    await expect(read(name, content)).rejects.toThrow(message);
  });

  it("refuses a file that is not there", async () => {
    await expect(readOutcomeTable(join(folder, "absent.csv"))).rejects.toThrow("could not be read (ENOENT)");
  });
});
