import { appendFile, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPromptProblem } from "@/lib/domain/prompt";
import { RoutingError } from "@/lib/domain/routing-error";
import type { PromptFormat, RowProblem } from "@/lib/schemas/files/prompt-upload";
import { readPromptBatches } from "./prompt-batches";
import { readPromptRows } from "./read-prompt-rows";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-rows-"));
});
afterAll(() => rm(folder, { recursive: true }));

type Options = {
  name: string;
  content: string | Uint8Array;
  column?: string;
  pieceBytes?: number;
  format?: PromptFormat;
};

async function read({ content, ...options }: Options) {
  const path = join(folder, "file");
  await writeFile(path, content);
  const problems: RowProblem[] = [];
  const rows: { line: number; prompt: string }[] = [];
  for await (const row of readPromptRows({ path, ...options, onProblem: (problem) => problems.push(problem) })) {
    rows.push(row);
  }
  return { rows, problems };
}

const prompts = async (options: Options) => (await read(options)).rows.map(({ prompt }) => prompt);
const chat = (...turns: readonly (readonly [role: string, content: unknown])[]) =>
  turns.map(([role, content]) => ({ role, content }));

/** Pieces of text with everything that matters to a reader: quotes, separators, line ends, characters of many bytes. */
const nasty = fc
  .array(fc.constantFrom('"', '""', ",", ";", "\n", "\r\n", "\r", "é", "👍", "a", " b", "[", "{", "\t", "x".repeat(40)))
  .map((parts) => parts.join(""));
const cell = nasty.filter((text) => findPromptProblem(text) === undefined);
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe("readPromptRows", () => {
  it.each(["text", "csv", "jsonl"] as const)("gives the same rows of %s wherever the pieces end", async (format) => {
    await fc.assert(
      fc.asyncProperty(
        nasty,
        fc.array(cell, { maxLength: 4 }),
        fc.integer({ min: 1, max: 9 }),
        async (raw, cells, pieceBytes) => {
          const content =
            format === "text"
              ? raw
              : format === "csv"
                ? `id,prompt\r\n${cells.map((text, row) => `${row},${quote(text)}`).join("\r\n")}\n${raw}`
                : `${cells.map((prompt) => JSON.stringify({ prompt })).join("\r\n")}\n${raw}`;
          const outcome = (options: Partial<Options>) =>
            read({ name: "f", format, content, ...options }).catch((error: unknown) => String(error));
          expect(await outcome({ pieceBytes })).toEqual(await outcome({}));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("reads back any cells, and says in which line each row begins", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 1, maxLength: 5 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        async (cells, end) => {
          const content = ["id,prompt", ...cells.map((text, row) => `${row},${quote(text)}`)].join(end);
          const { rows, problems } = await read({ name: "a.csv", content, column: "prompt" });
          expect(problems).toEqual([]);
          const lines = (text: string) => text.split(/\r\n|\r|\n/).length;
          const before = (row: number) => cells.slice(0, row).reduce((sum, text) => sum + lines(text), 2);
          // A list of turns is what its first turn says; these cells are no JSON.
          expect(rows).toEqual(cells.map((prompt, row) => ({ line: before(row), prompt })));
        },
      ),
      { numRuns: 100 },
    );
  });

  it("makes of any bytes either rows or one sentence", async () => {
    const start = fc.constantFrom<number[]>([], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0x1f, 0x8b]);
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(start, fc.uint8Array({ maxLength: 60 })).map(([mark, bytes]) => Uint8Array.from([...mark, ...bytes])),
        fc.constantFrom("a.txt", "a.csv", "a.jsonl", "pasted.txt", "a.json", "a"),
        async (content, name) => {
          try {
            for (const { prompt } of (await read({ name, content })).rows)
              expect(findPromptProblem(prompt)).toBeUndefined();
          } catch (error) {
            expect(error).toBeInstanceOf(RoutingError);
            expect(String(error)).toMatch(/^RoutingError: \S+ .*\.$|^RoutingError: \S+, line \d+: .*\.$/s);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    ["UTF-16, little-endian", Buffer.from("\uFEFFé 👍\r\nzwei", "utf16le")],
    ["UTF-16, big-endian", Buffer.from("\uFEFFé 👍\r\nzwei", "utf16le").swap16()],
    ["UTF-8 with a mark", Buffer.from("\uFEFFé 👍\r\nzwei")],
  ])("reads %s, cut anywhere", async (_, content) => {
    for (const pieceBytes of [1, 2, 3, 5, 64]) {
      expect(await prompts({ name: "a.txt", content, pieceBytes })).toEqual(["é 👍", "zwei"]);
    }
  });

  it.each<readonly [string, unknown, string]>([
    [
      "the last user turn",
      { messages: chat(["user", "a"], ["assistant", "b"], ["user", "c"], ["assistant", "d"]) },
      "c",
    ],
    [
      "text parts",
      { messages: chat(["user", [{ type: "text", text: "a" }, { type: "image_url" }, { type: "text", text: "b" }]]) },
      "a\nb",
    ],
    ["a batch line", { custom_id: "1", method: "POST", body: { model: "gpt", messages: chat(["user", "a"]) } }, "a"],
    ["a logged request", { request: { messages: chat(["user", "a"]) }, response: { text: "an answer" } }, "a"],
    ["a nested request", { request: { body: { messages: chat(["user", "a"]) } } }, "a"],
    ["a request's input", { input: "a", output: "an answer, much longer" }, "a"],
    [
      "ShareGPT's words",
      {
        conversations: [
          { from: "human", value: "a" },
          { from: "gpt", value: "b" },
        ],
      },
      "a",
    ],
    ["turns of MT-Bench", { question_id: 81, turns: ["a", "b"] }, "a"],
  ])("finds %s in a log", async (_, line, prompt) => {
    expect(await prompts({ name: "log.jsonl", content: `${JSON.stringify(line)}\n` })).toEqual([prompt]);
  });

  it("takes the first turn of Arena-55k's lists, and a lone list-like prompt as it is", async () => {
    const lists = 'id,prompt,winner_tie\n1,"[""first"",""second""]",0\n2,"[""only"", null]",1\n';
    expect(await prompts({ name: "train.csv", content: lists })).toEqual(["first", "only"]);
    const plain = 'id,prompt\n1,"[""a"",""b""]"\n2,Sort this\n3,And that\n';
    expect(await prompts({ name: "own.csv", content: plain })).toEqual(['["a","b"]', "Sort this", "And that"]);
  });

  it.each([
    ["pasted.txt", "How?\nWhy?", ["How?", "Why?"]],
    ["pasted.txt", '{"prompt":"How?"}\n{"prompt":"Why?"}', ["How?", "Why?"]],
    ["pasted.txt", "id,prompt\n1,How?\n", ["How?"]],
    ["pasted.txt", "Well, what is a prompt, please?", ["Well, what is a prompt, please?"]],
    ["excel.csv", "id;Frage;prompt\n1;a;How, why?\n", ["How, why?"]],
    ["table.tsv", "id\tprompt\n1\tHow?\n", ["How?"]],
    ["unnamed", "  \n{broken", ["{broken"]],
  ])("tells the kind of %s that begins %j", async (name, content, expected) => {
    expect(await prompts({ name, content })).toEqual(expected);
  });

  it("tells each unusable row's line and column, and goes on", async () => {
    const content = `id,prompt\n1,\n2\n3,"two\nlines"\n4,"bad"quote\n5,${"x".repeat(32_001)}\n6,fine\n7,"${"y".repeat(1_000_001)}"\n8,"open\n`;
    expect(await read({ name: "a.csv", content })).toEqual({
      rows: [
        { line: 4, prompt: "two\nlines" },
        { line: 8, prompt: "fine" },
      ],
      problems: [
        { line: 2, message: "prompt is empty; every row needs a prompt." },
        { line: 3, message: expect.stringMatching(/^the row has 1 cell where the first line names 2 columns; .*\.$/) },
        { line: 6, message: expect.stringContaining("closing quote") },
        {
          line: 7,
          message: "prompt: A prompt may have up to 32,000 characters, but this one has 32,001: shorten it by 1.",
        },
        { line: 9, message: expect.stringContaining("more than 1,000,000 characters") },
        { line: 10, message: expect.stringContaining("is never closed") },
      ],
    });
  });

  it("passes over a line too long to hold, and reads the next", async () => {
    const { rows, problems } = await read({ name: "a.txt", content: `${"x".repeat(3_000_000)}\nfine` });
    expect(rows).toEqual([{ line: 2, prompt: "fine" }]);
    expect(problems).toEqual([{ line: 1, message: expect.stringContaining("more than 1,000,000 characters") }]);
  });

  it.each<readonly [string, string | Uint8Array, RegExp]>([
    [
      "latin1.txt",
      Buffer.from("ein\nzwei\r\ncaf\xe9 au lait", "latin1"),
      /^latin1.txt, line 3: byte 0xE9 .* save it as UTF-8\.$/,
    ],
    ["cut.txt", Buffer.from("a\né").subarray(0, 3), /line 2: the file ends in the middle of a character/],
    ["half.txt", Buffer.from("\uFEFFa\n\ud800x", "utf16le"), /line 2: half a character/],
    ["zero.txt", "a\nb\n\0c", /line 3: holds a zero byte/],
    ["no-mark.txt", Buffer.from("Hello", "utf16le"), /UTF-16 text without a byte order mark/],
    ["bomb.csv", "PK\x03\x04\x14", /is a zip archive; unpack it/],
    ["a.xlsx", "PK\x03\x04..[Content_Types].xml", /is an Office document .* as CSV/],
    ["a.csv", Uint8Array.of(0x1f, 0x8b, 8), /compressed with gzip; unpack it/],
    ["a.txt", "%PDF-1.7\n", /is a PDF document/],
    ["a.json", '[\n{"prompt":"a"}\n]', /one JSON document.*JSON Lines/],
    ["twice.csv", "prompt,prompt\na,b\n", /line 1: column "prompt" is named twice/],
  ])("refuses %s in one sentence", async (name, content, message) => {
    const refused = await read({ name, content }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RoutingError);
    expect(refused).toMatchObject({ parameter: name, message: expect.stringMatching(message) });
  });

  it("takes a million rows, and refuses one more", async () => {
    const path = join(folder, "many");
    const count = async (): Promise<number> => {
      let rows = 0;
      for await (const batch of readPromptBatches({ path, name: "many.txt" })) rows += batch.rows.length;
      return rows;
    };
    await writeFile(path, "a\n".repeat(1_000_000));
    expect(await count()).toBe(1_000_000);
    await appendFile(path, "a");
    await expect(count()).rejects.toThrow("many.txt has more than 1,000,000 rows");
  });

  it("refuses a file above 200 MB before reading it, and a column that is not there", async () => {
    const path = join(folder, "large");
    await writeFile(path, "");
    await truncate(path, 200 * 1024 * 1024 + 1);
    const rows = readPromptRows({ path, name: "large.txt", onProblem: () => undefined });
    await expect(rows.next()).rejects.toThrow("large.txt has more than 200 MB");
    await rm(path);
    const content = "id,prompt\n1,a\n";
    await expect(read({ name: "a.csv", content, column: "text" })).rejects.toThrow(
      'no column "text" but "id", "prompt"',
    );
  });
});
