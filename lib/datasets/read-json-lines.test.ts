import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { readJsonLines } from "./read-json-lines";

const schema = z.object({ n: z.number(), deep: z.object({ text: z.string() }).optional() });
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-lines-"));
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (name: string, content: string | Uint8Array) => {
  await writeFile(join(folder, name), content);
  return readJsonLines(join(folder, name), schema);
};

describe("readJsonLines", () => {
  it("reads plain and gzipped files alike: byte order mark, any line ends, blank lines, no last line end", async () => {
    const text = '\uFEFF{"n":1}\r\n\n  \n{"n":2,"other":true}\n{"n":3}';
    expect(await read("a.jsonl", text)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(await read("a.jsonl.gz", gzipSync(text))).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it("reads nothing from an empty file", async () => {
    expect(await read("empty.jsonl", "")).toEqual([]);
    expect(await read("empty.jsonl.gz", gzipSync(""))).toEqual([]);
  });

  it.each([
    ["not-json.jsonl", '{"n":1}\n\n{"n":\n', /not-json\.jsonl, line 3: not JSON; every line must be one JSON object\./],
    ["array.jsonl", "[1]\n", /array\.jsonl, line 1: the line: /],
    ["wrong.jsonl", '{"n":1}\n{"n":"2"}\n', /wrong\.jsonl, line 2: n: /],
    ["deep.jsonl", '{"n":1,"deep":{"text":2}}\n', /deep\.jsonl, line 1: deep\.text: /],
    ["plain.jsonl.gz", '{"n":1}\n', /plain\.jsonl\.gz is not a complete gzip file/],
  ])("refuses %s and names file, line and field", async (name, content, message) => {
    await expect(read(name, content)).rejects.toMatchObject({
      code: "invalid_data",
      message: expect.stringMatching(message),
    });
  });

  it("refuses a gzip file that was cut off, and a file that is not there", async () => {
    const whole = gzipSync('{"n":1}\n'.repeat(1000));
    await expect(read("cut.jsonl.gz", whole.subarray(0, whole.length / 2))).rejects.toThrow(
      "cut.jsonl.gz is not a complete gzip file; fetch it again.",
    );
    await expect(readJsonLines(join(folder, "absent.jsonl"), schema)).rejects.toMatchObject({
      code: "not_found",
      message: expect.stringContaining("absent.jsonl could not be read (ENOENT)"),
    });
  });
});
