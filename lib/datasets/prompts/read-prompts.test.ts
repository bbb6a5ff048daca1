import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readPrompts } from "./read-prompts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-prompts-"));
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (name: string, content: string | Uint8Array): Promise<string[]> => {
  await writeFile(join(folder, name), content);
  return readPrompts(join(folder, name));
};

it("reads a prompt a line, whatever the line ends", async () => {
  expect(await read("a.txt", "\uFEFFone\r\n\r\n two \nthree\rfour")).toEqual(["one", " two ", "three", "four"]);
});

it("reads the prompt column of CSV, with line breaks and quotes in it", async () => {
  const csv = '\uFEFFid, prompt\r\n1,"first\nline, ""quoted"""\r\n\r\n2,second\r\n';
  expect(await read("a.csv", csv)).toEqual(['first\nline, "quoted"', "second"]);
});

it("reads the prompt field of JSON Lines", async () => {
  expect(await read("a.jsonl", '\uFEFF{"prompt":"one","other":1}\r\n\n{"prompt":"\\u0000two"}\n')).toEqual([
    "one",
    "\0two",
  ]);
});

it.each([
  ["empty.txt", "", /holds no prompt; at least one/],
  ["blank.txt", " \r\n\t\n", /holds no prompt/],
  ["empty.csv", "", /holds no prompt/],
  ["head.csv", "id,prompt\n", /holds no prompt/],
  ["empty.jsonl", "\uFEFF\n", /holds no prompt/],
  ["other.csv", "id,question\n1,what\n", /no column "prompt" but "id", "question"/],
  ["ragged.csv", "id,prompt\n1,what,more\n", /line 2: the row has 3 cells where the first line names 2 columns/],
  ["open.csv", 'id,prompt\n1,"what\n', /line 2: a quoted cell .* is never closed/],
  ["hole.csv", "id,prompt\n1,what\n2,\n", /line 3: prompt is empty/],
  ["hole.jsonl", '{"prompt":"a"}\n{"prompt":" "}\n', /line 2: prompt is empty/],
  ["broken.jsonl", '{"prompt":"a"}\n{"prompt":\n', /line 2: not JSON/],
  ["no-field.jsonl", '{"text":"a"}\n', /line 1: prompt is missing/],
  ["prompts.xlsx", "x", /must end in \.txt, \.csv or \.jsonl/],
])("refuses %s and says what is wrong", async (name, content, message) => {
  await expect(read(name, content)).rejects.toThrow(message);
});

it("refuses a file that is absent, a folder, or in another encoding", async () => {
  await expect(readPrompts(join(folder, "absent.txt"))).rejects.toThrow("could not be read (ENOENT)");
  await expect(readPrompts(join(folder, "..", "absent.csv"))).rejects.toThrow("ENOENT");
  await expect(read("latin1.txt", Uint8Array.of(0x63, 0x61, 0x66, 0xe9))).rejects.toThrow("not UTF-8");
});
