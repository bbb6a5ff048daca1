import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readGoldenTable } from "./read-golden-table";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-golden-"));
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (...rows: readonly object[]) => {
  const path = join(folder, "table.jsonl");
  await writeFile(path, rows.map((row) => JSON.stringify(row)).join("\n"));
  return readGoldenTable(path);
};
const row = { id: "1", prompt: "Which?", category: "law" };

it("reads scores by canonical name, leaves out models that were not asked, and flags benchmark questions", async () => {
  const scores = { "Meta-Llama-3_1-8B-Instruct": 1, "GPT-4": 0.25, other: null };
  const rows = await read({ ...row, scores, in_benchmark: ["mmlu"] }, { ...row, scores: {} });
  expect(rows).toEqual([
    {
      ...row,
      scores: new Map([
        ["llama-3.1-8b-instruct", 1],
        ["gpt-4-0314", 0.25],
      ]),
      flagged: true,
    },
    { ...row, scores: new Map(), flagged: false },
  ]);
});

it.each([[7], [-0.1], ["1"]])(
  "refuses the score %j, which is no share of correct answers, and names the line",
  async (score) => {
    await expect(read({ ...row, scores: { a: 1 } }, { ...row, scores: { a: score } })).rejects.toThrow(
      /table\.jsonl, line 2: scores\.a: /,
    );
  },
);
