import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inspectPrompts } from "./inspect-prompts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-inspect-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function inspect(name: string, content: string, column?: string) {
  await writeFile(join(folder, "file"), content);
  return inspectPrompts({ path: join(folder, "file"), name, column });
}

describe("inspectPrompts", () => {
  it("counts rows, problems and filled cells to the end, and shows the first of them", async () => {
    const lines = Array.from({ length: 3_000 }, (_, row) => `${row},${row % 3 === 0 ? "" : `Prompt ${row}`},de`);
    const found = await inspect("a.csv", `id,question,language\n${lines.join("\n")}\n`);
    expect(found).toMatchObject({ format: "csv", column: "question", rows: 2_000, problems: 1_000 });
    expect(found.columns).toEqual([
      { name: "id", filled: 3_000 },
      { name: "question", filled: 2_000 },
      { name: "language", filled: 3_000 },
    ]);
    expect(found.firstProblems).toHaveLength(20);
    expect(found.firstProblems[1]).toEqual({ line: 5, message: "question is empty; every row needs a prompt." });
    expect(found.preview).toHaveLength(10);
    expect(found.preview[0]).toEqual({ line: 3, prompt: "Prompt 1" });
  });

  it("shortens what it shows to 300 characters, never within one", async () => {
    const [shown] = (await inspect("a.txt", `${"👍".repeat(301)}\n`)).preview;
    expect(shown?.prompt).toBe(`${"👍".repeat(299)}…`);
    expect((await inspect("a.txt", "👍".repeat(300))).preview[0]?.prompt).toBe("👍".repeat(300));
  });

  it.each([
    ["the likeliest name", "text,id,prompt\na b,1,c d\n", "prompt"],
    ["a name in other letters", "ID,User Prompt,Answer\n1,a,b\n", "User Prompt"],
    ["another where the likeliest is nearly empty", "prompt,question\n,a\n,b\nx,c\n,d\n", "question"],
    ["the fullest column of words where no name is known", "nr,was,rest\n1,eine Frage,\n2,noch eine,x\n", "was"],
    ["what was asked, not what was answered", "frage,response\nwer,eine sehr lange Antwort\n", "frage"],
  ])("guesses %s", async (_, content, column) => {
    expect((await inspect("a.csv", content)).column).toBe(column);
  });

  it("reads another column when asked, one of JSON Lines too that turns up late", async () => {
    const content = `${'{"prompt":"a"}\n'.repeat(1_500)}{"late":"b"}\n`;
    expect(await inspect("a.jsonl", content)).toMatchObject({ column: "prompt", rows: 1_500, problems: 1 });
    expect(await inspect("a.jsonl", content, "late")).toMatchObject({
      columns: [
        { name: "prompt", filled: 1_500 },
        { name: "late", filled: 1 },
      ],
      column: "late",
      rows: 1,
      problems: 1_500,
      preview: [{ line: 1_501, prompt: "b" }],
    });
  });

  it.each([
    ["empty.txt", "", "empty.txt holds no usable prompt; at least one is needed."],
    ["head.csv", "id,prompt\n", "head.csv holds no usable prompt; at least one is needed."],
    [
      "numbers.jsonl",
      '{"id":1}\n',
      "numbers.jsonl holds no usable prompt; line 1: there is no text in this row; every row needs a prompt.",
    ],
    [
      "blank.csv",
      "prompt,id\n,1\n",
      "blank.csv holds no usable prompt; line 2: prompt is empty; every row needs a prompt.",
    ],
  ])("says of %s why there is nothing to score", async (name, content, message) => {
    await expect(inspect(name, content, name === "blank.csv" ? "prompt" : undefined)).rejects.toThrow(message);
  });

  it("counts prompts that are all the same as rows like any", async () => {
    expect(await inspect("same.txt", "hi\n".repeat(500))).toMatchObject({ rows: 500, problems: 0 });
  });
});
