import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { writeLines } from "./write-lines";

const folder = mkdtempSync(join(tmpdir(), "lines-"));
afterAll(() => rmSync(folder, { recursive: true }));
const parameter = "--out";

describe("writeLines", () => {
  it("ends every line and leaves nothing else behind, whatever the number of lines", async () => {
    const path = join(folder, "a.jsonl");
    for (const count of [0, 1, 30_000]) {
      const lines = Array.from({ length: count }, (_, index) => `line ${index} é`);
      await writeLines({ path, lines, parameter });
      expect(readFileSync(path, "utf8")).toBe(lines.map((line) => `${line}\n`).join(""));
    }
    expect(readdirSync(folder)).toEqual(["a.jsonl"]);
  });

  it("zips by name", async () => {
    const path = join(folder, "a.jsonl.gz");
    await writeLines({ path, lines: ["one", "two"], parameter });
    expect(gunzipSync(readFileSync(path)).toString()).toBe("one\ntwo\n");
  });

  it.each(["b.jsonl", "b.jsonl.gz"])("leaves %s as it was if the lines fail on the way", async (name) => {
    const path = join(folder, name);
    writeFileSync(path, "before");
    const failing = function* () {
      for (let index = 0; index < 20_000; index++) yield "text";
      throw new TypeError("no more");
    };
    await expect(writeLines({ path, lines: failing(), parameter })).rejects.toThrow("no more");
    expect(readFileSync(path, "utf8")).toBe("before");
    expect(readdirSync(folder).filter((entry) => entry.includes(".new-"))).toEqual([]);
  });

  it("names the argument, the file and the remedy where nothing can be written", async () => {
    const path = join(folder, "absent", "a.jsonl");
    await expect(writeLines({ path, lines: ["x"], parameter })).rejects.toMatchObject({
      parameter,
      message: expect.stringMatching(/absent.*could not be written \(ENOENT\).*name a file/),
    });
    await expect(writeLines({ path: folder, lines: ["x"], parameter })).rejects.toThrow("EISDIR");
    expect(existsSync(path)).toBe(false);
  });
});
